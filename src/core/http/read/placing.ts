import { type KnownTokens, searchTokens } from "../../token/find/find.ts";
import type { Decoded } from "../../token/read/decode.ts";
import type { Steps } from "../../steps.ts";
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

/** How much text is searched at a time, in characters. */
const PIECE = 65_536;

/** The tokens on lines from `first` to before `end`. A JWS of anything else than claims is none that a request is sent with. */
export function* tokensByLine(texts: readonly string[], first = 0, end = texts.length): Steps<Unplaced[]> {
  const found: Unplaced[] = [];
  const known: KnownTokens = new Map();
  for (let line = first; line < end;) {
    // Many lines at once: most are short, and a search of its own costs more than what it looks at.
    const from = line;
    const starts: number[] = [];
    for (let length = 0; line < end && length < PIECE; line++) {
      starts.push(length);
      length += (texts[line] ?? "").length + 1;
    }
    let at = 0;
    for (const token of searchTokens(texts.slice(from, line).join("\n"), known)) {
      yield;
      if (token === undefined || !isSendable(token.decoded)) continue;
      while ((starts[at + 1] ?? Infinity) <= token.start) at++;
      const lineStart = starts[at] ?? 0;
      const { compact, decoded } = token;
      found.push({ compact, decoded, line: from + at, start: token.start - lineStart, end: token.end - lineStart });
    }
  }
  return found;
}

const isSendable = ({ kind, claims }: Decoded) => kind === "JWE" || claims !== undefined;
