import type { Decoded } from "../../token/read/decode.ts";
import { findTokens } from "../../token/find/find.ts";
import type { Where } from "./where.ts";

/** A token in a file, on one line from `start` to `end`. */
export interface PlacedToken {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly compact: string;
  readonly decoded: Decoded;
  readonly where: Where;
}

/** A token of which only the line is known. */
export type Unplaced = Omit<PlacedToken, "where">;

/** The tokens of a text by line. A JWS of anything else than claims is none that a request is sent with. */
export function tokensByLine(text: string): Unplaced[] {
  let line = 0;
  let lineStart = 0;
  const sendable = findTokens(text).filter(({ decoded }) => decoded.kind === "JWE" || decoded.claims !== undefined);
  return sendable.map(({ start, end, compact, decoded }) => {
    for (let next = text.indexOf("\n", lineStart); next !== -1 && next < start; next = text.indexOf("\n", lineStart)) {
      line++;
      lineStart = next + 1;
    }
    return { compact, decoded, line, start: start - lineStart, end: end - lineStart };
  });
}
