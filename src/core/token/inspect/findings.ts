import { algorithmFindings } from "./algorithm.ts";
import { type Finding, type Subject, worstFirst } from "./finding.ts";
import { headerFindings } from "./header.ts";
import { jsonFindings } from "./json.ts";
import { lifetimeFindings } from "./lifetime.ts";
import { payloadFindings } from "./payload.ts";
import { placeholderFindings } from "./placeholders.ts";
import { providerFindings } from "./provider.ts";
import { sendingFindings } from "./sending.ts";
import { timeFindings } from "./times.ts";
import { sizeFindings, typeFindings } from "./types.ts";

/** Every group of rules. To add one, add its file and a row. */
const rules: readonly ((subject: Subject) => readonly Finding[])[] = [
  algorithmFindings,
  timeFindings,
  providerFindings,
  lifetimeFindings,
  sendingFindings,
  headerFindings,
  payloadFindings,
  jsonFindings,
  placeholderFindings,
  typeFindings,
  sizeFindings,
];

/** What is wrong or risky in a token as far as it can be told without a key, worst first. */
export const findingsOf = (subject: Subject): readonly Finding[] => worstFirst(rules.flatMap((rule) => rule(subject)));
