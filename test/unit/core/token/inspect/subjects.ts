import { decode } from "../../../../../src/core/token/read/decode.ts";
import type { Finding, Subject } from "../../../../../src/core/token/inspect/finding.ts";
import { findingsOf } from "../../../../../src/core/token/inspect/findings.ts";

/** 2025-10-09T08:53:20Z. */
export const NOW = 1_760_000_000;

export type Clues = Partial<Omit<Subject, "compact" | "decoded">>;

export const findings = (compact: string, clues: Clues = {}): readonly Finding[] =>
  findingsOf({ compact, decoded: decode(compact), now: NOW, ...clues });

export const codes = (compact: string, clues: Clues = {}): readonly string[] =>
  findings(compact, clues).map(({ code }) => code);
