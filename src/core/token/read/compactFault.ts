import type { Fault } from "../../errors.ts";
import {
  tokenBadCharacter,
  tokenEmpty,
  tokenJson,
  tokenLineBreak,
  tokenPaddedWrongly,
  tokenSegments,
  tokenTruncated,
} from "./errors.ts";
import { isBase64url, isPart } from "./base64url.ts";

/** What keeps a text from being a compact serialization (RFC 7515 §7.1, RFC 7516 §7.1), whatever its parts hold. */
export function compactFault(text: string): Fault | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return tokenEmpty();
  if (/(?:\.{3}|…|\[?\(?truncated\)?\]?)["']?$/i.test(trimmed)) return tokenTruncated();
  const parts = trimmed.split(".");
  if (parts.length !== 3 && parts.length !== 5) return wrongCount(trimmed, parts.length);
  if (parts.every(isPart) && text === trimmed) return undefined;
  // Dots may stand in JSON too; a whole part between two of them is no accident.
  if (trimmed.startsWith("{") && !isBase64url(parts[1] ?? "")) return tokenJson();
  if (text.includes("=") && parts.every((part) => isBase64url(part.replace(/={1,4}$/, ""))))
    return tokenPaddedWrongly();
  if (parts.every((part) => isBase64url(part.replaceAll(/\s/g, ""))) && /[\r\n]/.test(trimmed)) return tokenLineBreak();
  return tokenBadCharacter(characterIn(text));
}

function wrongCount(text: string, count: number): Fault {
  if (text.startsWith("{")) return tokenJson();
  if (/%2e/i.test(text)) return tokenSegments(count, 'Its dots are percent-encoded: write "." for each "%2E".');
  return tokenSegments(count);
}

/** What stands in tokens by mistake, in the words of a message. The first that fits is named. */
const mistakes: readonly (readonly [RegExp, string])[] = [
  [/[{}]/, "braces"],
  [/["'`]/, "quotes"],
  [/[\s\u200b\ufeff]/, "white space"],
  [/[+/]/, 'a character of base64, "+" or "/", instead of base64url\'s "-" or "_"'],
  [/%[0-9a-f]{2}/i, "percent-encoded characters"],
  [/=/, '"=" padding'],
];

const characterIn = (text: string): string =>
  mistakes.find(([pattern]) => pattern.test(text))?.[1] ?? "a character outside base64url";
