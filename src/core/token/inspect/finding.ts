import type { Fault } from "../../errors.ts";
import type { Profile } from "../../profile.ts";
import type { Provider } from "../../providers/provider.ts";
import type { Decoded } from "../read/decode.ts";

/** Worst first. An error keeps the token from being accepted, a warning may, an info is worth knowing. */
export type Severity = "error" | "warning" | "info";

/** One thing that is wrong or risky in a token. */
export interface Finding extends Fault {
  readonly severity: Severity;
  /** The input of the provider's form that a right value would mend, with that value where it is known. */
  readonly fix?: { readonly input: string; readonly value?: string };
}

const ranks: { readonly [Each in Severity]: number } = { error: 0, warning: 1, info: 2 };

/** Findings worst first; those of one severity stay in their order. */
export const worstFirst = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((a, b) => ranks[a.severity] - ranks[b.severity]);

/** A rule's fault as a finding; none where the rule is kept. */
export const found = (severity: Severity, fault: Fault | undefined): readonly Finding[] =>
  fault === undefined ? [] : [{ ...fault, severity }];

/** How a request carries a token, as far as the text around it tells. */
export interface SentWith {
  /** The word in front of the token in `Authorization`; an empty text: it stands there alone. Absent: nobody knows. */
  readonly scheme?: string;
  /** The request's URL, variables replaced where they are known. */
  readonly url?: string;
  /** The names of the request's headers in lower case. Absent: nobody knows them all. */
  readonly headers?: readonly string[];
}

/** What findings are looked for in. */
export interface Subject {
  readonly compact: string;
  readonly decoded: Decoded;
  /** The provider that the token is meant for. */
  readonly provider?: Provider;
  /** The profile that it came from. */
  readonly profile?: Profile;
  readonly sentWith?: SentWith;
  /** Seconds since the epoch. */
  readonly now: number;
}
