import { decode } from "../../../../../src/core/token/read/decode.ts";
import type { Finding, Subject } from "../../../../../src/core/token/inspect/finding.ts";
import { findingsOf } from "../../../../../src/core/token/inspect/findings.ts";

/** 2025-10-09T08:53:20Z. */
export const NOW = 1_760_000_000;

export const encode = (part: unknown) =>
  Buffer.from(typeof part === "string" ? part : JSON.stringify(part)).toString("base64url");

/** A compact token of these parts; texts stand as they are. The signature has HS256's length. */
export const compactOf = (header: unknown, payload: unknown, signature: string = "A".repeat(43)): string =>
  `${encode(header)}.${encode(payload)}.${signature}`;

export type Clues = Partial<Omit<Subject, "compact" | "decoded">>;

export const findings = (compact: string, clues: Clues = {}): readonly Finding[] =>
  findingsOf({ compact, decoded: decode(compact), now: NOW, ...clues });

export const codes = (compact: string, clues: Clues = {}): readonly string[] =>
  findings(compact, clues).map(({ code }) => code);
