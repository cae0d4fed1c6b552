import { isJsonObject } from "../../src/core/json.ts";
import { describeDuration, parseDuration } from "../../src/core/duration.ts";
import type { MintOrder } from "../../src/core/profile.ts";
import { isRounded } from "../../src/core/providers/inputs.ts";
import type { Provider } from "../../src/core/providers/provider.ts";

/** What the form holds: texts as they were typed. An empty text is nothing. */
export interface Form {
  /** The name of the profile that it began with. */
  readonly profile: string;
  /** The provider's id. */
  readonly provider: string;
  readonly key: string;
  /** In words, such as "15 min". */
  readonly lifetime: string;
  readonly environment: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A form with nothing typed into it but what an editor begins with: the first algorithm, and JSON as it is by default. */
export function emptyForm(provider: Provider | undefined): Form {
  const values = provider?.inputs.flatMap(({ id, kind, default: standard = "" }): [string, string][] => {
    if (kind === "alg") return [[id, provider.algs[0]]];
    return kind === "json" && standard !== "" ? [[id, standard]] : [];
  });
  const texts = { profile: "", provider: provider?.id ?? "", key: "", lifetime: "", environment: "" };
  return { ...texts, values: Object.fromEntries(values ?? []) };
}

/** The form filled with an order; `profile`: the name of the profile that it comes from. */
export function formOf(order: MintOrder & { readonly profile?: string }): Form {
  const { profile = "", provider, key = "", lifetime, environment = "", values } = order;
  // A number that was rounded would look like what was typed.
  const exact = Object.entries(values).filter(([, value]) => !isRounded(value));
  const texts = Object.fromEntries(exact.map(([id, value]) => [id, String(value)]));
  const words = lifetime === undefined ? "" : wordsFor(lifetime);
  return { profile, provider, key, lifetime: words, environment, values: texts };
}

/** Words have two units at most; where they would lose something, the seconds stand. */
function wordsFor(seconds: number): string {
  const words = describeDuration(seconds);
  return parseDuration(words) === seconds ? words : String(seconds);
}

/** What the form orders. A lifetime that cannot be read is left out. */
export function orderOf(form: Form): MintOrder {
  const lifetime = parseDuration(form.lifetime);
  const values = Object.entries(form.values).filter(([, text]) => text.trim() !== "" && text !== "false");
  return {
    provider: form.provider,
    values: Object.fromEntries(values.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    ...(form.key === "" ? {} : { key: form.key }),
    ...(lifetime === undefined ? {} : { lifetime }),
    ...(form.environment.trim() === "" ? {} : { environment: form.environment.trim() }),
  };
}

/** Whether two forms order the same. */
export const sameOrder = (a: Form, b: Form): boolean =>
  JSON.stringify([orderOf(a), a.lifetime.trim() === ""]) === JSON.stringify([orderOf(b), b.lifetime.trim() === ""]);

/** The form without what looks like a private key or a token: such a text outlives no page. */
export function withoutSecrets(form: Form): Form {
  const values = Object.entries(form.values).filter(([, text]) => !secretLike.test(text));
  return { ...form, values: Object.fromEntries(values) };
}

const secretLike = /-----BEGIN|PRIVATE KEY|"(?:d|k|private_key)"\s*:|\beyJ[\w-]+\.[\w-]+\./;

/** A form that was kept by a page before this one; undefined where it is none. */
export function readForm(kept: unknown): Form | undefined {
  if (!isJsonObject(kept)) return undefined;
  const { profile, provider, key, lifetime, environment, values } = kept;
  if (!isText(profile) || !isText(provider) || !isText(key) || !isText(lifetime) || !isText(environment))
    return undefined;
  if (!isJsonObject(values)) return undefined;
  const texts = Object.entries(values).filter((entry): entry is [string, string] => isText(entry[1]));
  return { profile, provider, key, lifetime, environment, values: Object.fromEntries(texts) };
}

const isText = (value: unknown): value is string => typeof value === "string";
