import { type Steps, STEP } from "../../steps.ts";
import type { Authorization } from "./parts.ts";
import type { Placed, TokenRequest } from "./placedPart.ts";
import type { PlacedToken } from "./placing.ts";
import type { Value } from "./references.ts";
import { followVariables } from "./variables.ts";
import type { SentWith } from "../../token/inspect/finding.ts";

/** Fills in the requests that are not known yet, and those that refer to definitions unless these are `settled`. */
export function* withRequests(
  texts: readonly string[],
  placed: readonly Placed[],
  settled = false,
): Steps<readonly Placed[]> {
  const all: Placed[] = [];
  const asking: Placed[] = [];
  for (const each of placed) {
    if (all.length % STEP === 0) yield;
    const own = isUnknown(each, settled) ? ownToken(each) : each.request;
    if (own === undefined && each.part.requestLine !== undefined) asking.push(each);
    all.push(own === undefined ? each : withRequest(each, own));
  }
  if (asking.length === 0) return all;
  const values = yield* followVariables(texts, placed, asking);
  for (const [index, each] of all.entries()) {
    if (index % STEP === 0) yield;
    const value = values.get(each);
    if (value !== undefined) all[index] = withRequest(each, sentBy(each.part.authorization?.value ?? "", value));
  }
  return all;
}

type Sent = Pick<TokenRequest, "token" | "authorizedElsewhere">;

function isUnknown({ part, request }: Placed, settled: boolean): boolean {
  if (part.requestLine === undefined) return false;
  return request === undefined || (!settled && part.authorization?.value.includes("{{") === true);
}

function withRequest(each: Placed, sent: Sent): Placed {
  const { part, start, request } = each;
  const { requestLine = 0, headers, length } = part;
  const isSame = request?.token === sent.token && request?.authorizedElsewhere === sent.authorizedElsewhere;
  if (request !== undefined && isSame) return each;
  return { ...each, request: { line: start + requestLine, start, end: start + length, headers, ...sent } };
}

/** The token of `Authorization`, or without that header one in another. Undefined where variables tell. */
function ownToken({ part: { authorization }, start, tokens }: Placed): Sent | undefined {
  const own = tokens.filter(({ where }) => where === "header" || where === "curl");
  if (authorization === undefined) return { token: own[0], authorizedElsewhere: false };
  const direct = own.find((token) => isIn(token, authorization, start));
  if (direct !== undefined) return { token: direct, authorizedElsewhere: false };
  return authorization.value.includes("{{") ? undefined : sentBy(authorization.value);
}

function isIn({ line, start, end }: PlacedToken, value: Authorization, partStart: number): boolean {
  const at = line - partStart;
  const isBehind = at > value.start.line || (at === value.start.line && start >= value.start.character);
  return isBehind && (at < value.end.line || (at === value.end.line && end <= value.end.character));
}

const sentBy = (value: string, { token, opaque = false }: Partial<Pick<Value, "token" | "opaque">> = {}): Sent => ({
  token,
  authorizedElsewhere: token === undefined && (opaque || otherScheme.test(value)),
});

const otherScheme = /^(?!bearer\b)[a-z][\w-]*\s+\S/i;

/** The longest text in front of a token that is looked at: of thousands on one line, each would be looked at again and again. */
const LONGEST = 1000;

/**
 * How a request carries a token, as far as its own lines tell: the word in front of it in `Authorization`, the URL, in which
 * a variable stays as it is, and the headers. `textOf` gives the text of a line.
 */
export function sentWith(
  token: PlacedToken,
  request: TokenRequest | undefined,
  textOf: (line: number) => string,
): SentWith {
  const before = textOf(token.line).slice(0, token.start);
  const scheme =
    token.where === "header" && before.length <= LONGEST
      ? /^\s*authorization\s*:\s*(\S*)\s*$/i.exec(before)?.[1]
      : undefined;
  const url = request === undefined ? undefined : /^\s*(?:[A-Z]+\s+)?(https?:\S+)/.exec(textOf(request.line))?.[1];
  return {
    ...(scheme !== undefined && { scheme }),
    ...(url !== undefined && { url }),
    ...(request?.headers !== undefined && { headers: request.headers }),
  };
}
