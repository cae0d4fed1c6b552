import type { Decoded } from "../jwt/decode.ts";
import { findTokens } from "../jwt/find.ts";
import type { Block } from "./blocks.ts";
import { constructsIn } from "./constructs.ts";
import type { Scope } from "./definitions.ts";
import { definitionFinder, type FindDefinition } from "./references.ts";
import type { HeaderSection } from "./headers.ts";
import { readSection } from "./request.ts";
import { hasSection, type Where, whereIn } from "./where.ts";

/** A token in a file, on one line from `start` to `end`. */
export interface PlacedToken {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly compact: string;
  readonly decoded: Decoded;
  readonly where: Where;
}

/** A block and what of it is read once. */
export interface Part {
  readonly block: Block;
  readonly section: HeaderSection | undefined;
  readonly find: FindDefinition;
  readonly tokens: readonly PlacedToken[];
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

/** Tokens between the fences of a Markdown file belong to no part: nothing sends them. */
export function partsOf(texts: readonly string[], scopes: readonly Scope[], found: readonly Unplaced[]): Part[] {
  const finder = definitionFinder(texts);
  let next = 0;
  return scopes.flatMap((scope) => {
    const find = finder(scope);
    const constructEnd = constructsIn(texts, scope.at(-1)?.end ?? 0);
    return scope.map((block) => {
      const { requestLine: line } = block;
      const section =
        line === undefined || !hasSection(texts[line] ?? "") ? undefined : readSection(texts, line, block.end);
      const whereAt = whereIn(texts, block, section, constructEnd);
      const tokens: PlacedToken[] = [];
      for (let token = found[next]; token !== undefined && token.line < block.end; token = found[++next]) {
        if (token.line >= block.start) tokens.push({ ...token, where: whereAt(token.line) });
      }
      return { block, section, find, tokens };
    });
  });
}
