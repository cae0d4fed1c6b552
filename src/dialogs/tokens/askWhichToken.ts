import { readToken } from "../../core/token/read/decode.ts";
import { describeKind } from "../../core/token/read/kind.ts";
import { describeState } from "../../core/token/words/state.ts";
import { now } from "../../services/clock.ts";
import { askPick, type Choice } from "../askPick.ts";
import type { Place } from "../steps.ts";

/** The token of several in a text that a person means; the one where there is one. */
export async function askWhichToken(tokens: readonly string[], place: Place): Promise<string | undefined> {
  if (tokens.length < 2) return tokens[0];
  return askPick(tokens.map(choiceOf), `There are ${tokens.length} tokens in this text. Choose one.`, place);
}

/** How much of a token is looked at to tell it from others, in characters. */
const LONGEST = 500;

/** A token by what tells it from others: what it is, how long it lasts, and what it says. */
function choiceOf(compact: string): Choice<string> {
  const decoded = readToken(compact);
  if (decoded === undefined) return { label: compact, value: compact };
  const { claims, text } = decoded;
  return {
    label: describeKind(compact, decoded),
    ...(claims && { description: describeState(claims, now()) }),
    detail: (text.claims ?? text.header).slice(0, LONGEST),
    value: compact,
  };
}
