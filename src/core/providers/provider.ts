import type { Alg } from "../algorithms.ts";
import type { Json } from "../json.ts";

/**
 * JSON whose strings may hold placeholders such as `{apiKey}` (an input), `{now}` or `{expiry}`; `template.ts` lists them.
 * A string that is one placeholder keeps that value's type. A member whose placeholder has no value is left out.
 * `{ "$if": input, "$then": …, "$else": … }` chooses by whether an input has a value,
 * `{ "$merge": [ … ] }` joins objects, the first one to name a member wins.
 */
export type Template = Json;

/** One thing the user fills in for a provider. Never a secret: values are kept in settings. */
export interface Input {
  readonly id: string;
  readonly label: string;
  /** What the value is, in one sentence. */
  readonly help: string;
  /** Where the user finds the value, in one sentence. */
  readonly where?: string;
  readonly kind?: "text" | "lines" | "json" | "flag" | "alg" | "time";
  readonly required?: boolean;
  /** A regular expression for the whole value, and what it asks for in words. */
  readonly pattern?: { readonly source: string; readonly hint: string };
  readonly default?: string;
  /** A value of the right form, which an empty field shows. */
  readonly example?: string;
  /** Filled from the key's own `kid` where it has one, so it is asked after the key. */
  readonly fromKid?: boolean;
  /** For `kind: "json"`: the part of the token that its members are added to, besides what the template makes of them. */
  readonly adds?: "header" | "claims";
  /** For `kind: "json"`: members that the provider sets itself. */
  readonly reserved?: readonly string[];
  /** For `kind: "flag"`: where it is on, placeholders in what is typed as JSON are filled in too. */
  readonly fillsJson?: boolean;
  /** Only in the form and in hand-written profiles; the palette does not ask for it. */
  readonly advanced?: boolean;
}

export interface Environment {
  readonly name: string;
  /** Origin and base path, without a slash at the end. */
  readonly url: string;
}

/** A request that shows the token at work. */
export interface SampleRequest {
  readonly name: string;
  readonly method: string;
  /** Appended to the environment's URL. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON text. Absent: the request has no body. */
  readonly body?: string;
}

/** How long a token lives, in seconds. */
interface Lifetime {
  /** Absent: no `exp` unless the user gives a lifetime. */
  readonly default?: number;
  /** The longest `exp − iat` the service accepts. Absent: none is published. */
  readonly max?: number;
  /** A longer maximum that holds where an input is filled in. */
  readonly longer?: { readonly when: string; readonly max: number };
}

/** A service that takes tokens. Data only: form, minting, recognition and findings are made from it. */
export interface Provider {
  readonly id: string;
  readonly name: string;
  /** Has a command of its own in the palette, such as "Mint Lirium token". */
  readonly ownCommand?: boolean;
  /** An https URL. Absent where the service publishes none. */
  readonly documentation?: string;
  /** Allowed algorithms. The first is the default, or with an input of the kind `alg` the first that the key can do. `none` only for the provider that shows it as a danger. */
  readonly algs: readonly [Alg, ...(Alg | "none")[]];
  readonly inputs: readonly Input[];
  /** The JOSE header, `alg` included, in the service's order. */
  readonly header: Template;
  /** The claims set, in the service's order. */
  readonly claims: Template;
  /** Absent: the token carries no `exp`, and its age is shown instead. */
  readonly lifetime?: Lifetime;
  /** Its tokens have nothing that other services' could not have as well, so that a token alone is never taken for one of them. */
  readonly generic?: true;
  /** Seconds that `iat` is put back to forgive a service's slow clock. */
  readonly backdate?: number;
  readonly authorization: {
    /** Absent: the raw token stands alone in `Authorization`. */
    readonly scheme?: string;
    readonly headers?: Readonly<Record<string, Template>>;
  };
  readonly key: {
    /** Who makes the key pair. Only where the user does is a new one offered. */
    readonly madeBy: "user" | "service";
    /** Where the private key or secret is found, in one sentence. */
    readonly where: string;
    /** RSA modulus bits of a key generated for this provider. */
    readonly bits?: number;
    /** What to do with a new key's public half, in one sentence. */
    readonly register?: string;
  };
  readonly environments: readonly Environment[];
  readonly samples: readonly [SampleRequest, ...SampleRequest[]];
}

/** What the user filled in, by input id. Flags and numbers may stand as such in a hand-written profile. */
export type InputValues = Readonly<Record<string, string | number | boolean>>;
