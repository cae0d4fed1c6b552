import type { Fault } from "../../errors.ts";

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
