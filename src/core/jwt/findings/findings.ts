import { worstFirst, type Finding } from "./finding.ts";
import type { Subject } from "./subject.ts";
import { timeFindings } from "./times.ts";

/** Every group of rules. To add one, add its file and a row. */
const rules: readonly ((subject: Subject) => readonly Finding[])[] = [timeFindings];

/** What is wrong or risky in a token as far as it can be told without a key, worst first. */
export const findingsOf = (subject: Subject): readonly Finding[] => worstFirst(rules.flatMap((rule) => rule(subject)));
