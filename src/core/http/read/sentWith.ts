import type { SentWith } from "../../token/inspect/subject.ts";
import type { PlacedToken, TokenRequest } from "./tokens.ts";

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
