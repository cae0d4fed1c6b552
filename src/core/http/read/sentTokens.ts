import { definitionLines } from "../insert/definitions.ts";
import { lastAtMost } from "../lines.ts";
import type { Part } from "./parts.ts";
import type { PlacedToken } from "./placing.ts";
import { resolveReferences } from "../insert/references.ts";

/** A request, and the token that it would be sent with as far as the file alone tells. */
export interface TokenRequest {
  readonly line: number;
  /** Its block: the lines whose cursor means this request. */
  readonly start: number;
  readonly end: number;
  readonly token: PlacedToken | undefined;
  /** The names of its headers in lower case; undefined where a variable, a script or a file may add others. */
  readonly headers: readonly string[] | undefined;
  /** It says in another way who sends it: another scheme, or a value that is not in the file. */
  readonly authorizedElsewhere: boolean;
}

/** A part in its place. */
export interface Placed {
  readonly part: Part;
  readonly start: number;
  readonly tokens: readonly PlacedToken[];
  readonly request: TokenRequest | undefined;
}

/** Fills in the requests that are not known yet, and those that refer to definitions unless these are `settled`. */
export function withRequests(texts: readonly string[], placed: readonly Placed[], settled = false): Placed[] {
  const context = { texts, find: definitionFinder(texts, placed), tokenOn: tokenFinder(placed) };
  return placed.map((each) => {
    const { part, start, request } = each;
    const { requestLine, authorization, headers, length } = part;
    if (requestLine === undefined) return each;
    if (request !== undefined && (settled || authorization?.includes("{{") !== true)) return each;
    const sent = sentToken(each, context);
    if (
      request !== undefined &&
      request.token === sent.token &&
      request.authorizedElsewhere === sent.authorizedElsewhere
    )
      return each;
    return { ...each, request: { line: start + requestLine, start, end: start + length, headers, ...sent } };
  });
}

interface Context {
  readonly texts: readonly string[];
  readonly find: (name: string, placed: Placed) => number | undefined;
  readonly tokenOn: (line: number) => PlacedToken | undefined;
}

/** The token of `Authorization`, there or in the variables it refers to. Without that header, one in another header. */
function sentToken(
  each: Placed,
  { texts, find, tokenOn }: Context,
): Pick<TokenRequest, "token" | "authorizedElsewhere"> {
  const { authorization } = each.part;
  const own = each.tokens.filter(({ where }) => where === "header" || where === "curl");
  if (authorization === undefined) return { token: own[0], authorizedElsewhere: false };
  const direct = own.find(({ compact }) => authorization.includes(compact));
  if (direct !== undefined) return { token: direct, authorizedElsewhere: false };
  const { lines, opaque } = resolveReferences(authorization, texts, (name) => find(name, each));
  const token = lines.map(tokenOn).find((found) => found !== undefined);
  return { token, authorizedElsewhere: token === undefined && (opaque || otherScheme.test(authorization)) };
}

const otherScheme = /^(?!bearer\b)[a-z][\w-]*\s+\S/i;

/** Gives the first token of a line. */
function tokenFinder(placed: readonly Placed[]): Context["tokenOn"] {
  let starts: readonly number[] | undefined;
  return (line) => {
    starts ??= placed.map(({ start }) => start);
    return placed[lastAtMost(starts, line)]?.tokens.find((token) => token.line === line);
  };
}

/**
 * As httpYac sees it: the block's own last definition, else the last of the global blocks.
 * Else as REST Client does, where the last one of the file counts for every request.
 */
function definitionFinder(texts: readonly string[], placed: readonly Placed[]): Context["find"] {
  let globals: ReadonlyMap<string, number> | undefined;
  let anywhere: ReadonlyMap<string, readonly number[]> | undefined;
  return (name, { part, start }) => {
    const own = part.definitions.get(name);
    if (own !== undefined) return own + start;
    globals ??= new Map(
      placed.flatMap((each) =>
        each.part.global ? [...each.part.definitions].map(([key, at]) => [key, at + each.start] as const) : [],
      ),
    );
    anywhere ??= definitionLines(texts);
    return globals.get(name) ?? anywhere.get(name)?.at(-1);
  };
}
