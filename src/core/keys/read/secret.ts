import { type Bytes, fromBase64, fromHex } from "../../bytes.ts";
import { textOf } from "./inputText.ts";
import {
  secretBadBase64,
  secretBadHex,
  secretEmpty,
  secretEncodingUnknown,
  secretNotUnicode,
  secretOddHex,
  secretTooLong,
} from "./secretErrors.ts";
import {
  ambiguousEncoding,
  type KeyWarning,
  prefixedSecret,
  secretIsLine,
  secretIsToken,
  surroundingQuotes,
  surroundingSpace,
} from "../check/warnings.ts";

/** How a secret's characters stand for its bytes. `text`: their UTF-8. */
export type SecretEncoding = (typeof encodings)[number];

const encodings = ["text", "hex", "base64", "base64url"] as const;

const longestSecret = 65_536;

/** For a name that may come from outside. Throws SECRET_ENCODING_UNKNOWN. */
export function checkEncoding(name: string | undefined): void {
  if (name !== undefined && !encodings.some((encoding) => encoding === name)) throw secretEncodingUnknown(encodings);
}

/** The bytes of an HMAC secret. Without `encoding` it is text. Throws SECRET_EMPTY, SECRET_TOO_LONG, SECRET_BAD_*. */
export function secretBytes(input: string | Bytes, encoding: SecretEncoding = "text"): Bytes {
  const bytes = encoding === "text" ? plainBytes(input) : decoded(textOf(input).trim(), encoding);
  if (bytes.length > longestSecret) throw secretTooLong();
  if (bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) throw secretEmpty();
  return bytes;
}

/** What a person should check who gave a secret as `text`; `chosen`: they said that it is text. */
export function textWarnings(text: string, chosen: boolean): readonly KeyWarning[] {
  const space = invisibleAround.test(text) ? [surroundingSpace()] : [];
  if (/^\s*(?:Bearer +)?eyJ[\w-]+(?:\.[\w-]*){2}\s*$/i.test(text)) return [...space, secretIsToken()];
  if (chosen) return space;
  if (/^\s*(?:export +|set +)?[A-Za-z_]\w* *= *["'`]?[^\s="'`]/.test(text)) return [...space, secretIsLine()];
  if (/^(["'`]).*\1$/s.test(text.trim())) return [...space, surroundingQuotes()];
  const prefix = (["base64:", "whsec_"] as const).find((known) => text.startsWith(known));
  if (prefix !== undefined) return [...space, prefixedSecret(prefix)];
  const encoding = likelyEncoding(text.trim());
  return encoding === undefined ? space : [...space, ambiguousEncoding(encoding)];
}

// White space, and what joins, parts or hyphenates characters without being seen.
const invisibleAround = /^[\s\u00ad\u200b-\u200d\u2060]|[\s\u00ad\u200b-\u200d\u2060\ufeff]$/;

function decoded(text: string, encoding: Exclude<SecretEncoding, "text">): Bytes {
  if (encoding === "hex") return decodedHex(text);
  const alphabet = encoding === "base64" ? /^[A-Za-z0-9+/]*={0,2}$/ : /^[A-Za-z0-9_-]*={0,2}$/;
  const digits = text.replaceAll(/\s/g, "");
  const bytes = alphabet.test(digits) ? fromBase64(digits) : undefined;
  if (bytes === undefined) throw secretBadBase64(encoding);
  return bytes;
}

function decodedHex(text: string): Bytes {
  const bad = text.search(/[^0-9a-f\s]/i);
  if (bad >= 0) throw secretBadHex(bad + 1);
  const bytes = fromHex(text.replaceAll(/\s/g, ""));
  if (bytes === undefined) throw secretOddHex();
  return bytes;
}

function plainBytes(input: string | Bytes): Bytes {
  if (typeof input !== "string") return withoutEditorMarks(isWideText(input) ? encoder.encode(textOf(input)) : input);
  if (/\p{Surrogate}/u.test(input)) throw secretNotUnicode();
  return encoder.encode(textOf(input));
}

const encoder = new TextEncoder();

/** Whether bytes are a short text as PowerShell 5 writes it: UTF-16 with its byte order mark, of Latin letters. */
const isWideText = (bytes: Bytes): boolean =>
  bytes[0] === 0xff &&
  bytes[1] === 0xfe &&
  bytes.length % 2 === 0 &&
  bytes.every((byte, i) => i < 2 || (byte === 0) === (i % 2 === 1));

/**
 * A secret's bytes are exact, but editors and `echo` end a text file with a line break, and Notepad begins it with a byte
 * order mark, that nobody typed: one of each is dropped. Bytes that are no text are a binary secret and stay whole.
 */
function withoutEditorMarks(bytes: Bytes): Bytes {
  if (!isText(bytes)) return bytes;
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const lineBreak = bytes.at(-1) === 0x0a ? (bytes.at(-2) === 0x0d ? 2 : 1) : 0;
  return bytes.slice(start, Math.max(start, bytes.length - lineBreak));
}

/** Whether bytes are UTF-8 without control characters other than tabs and line breaks. */
export function isText(bytes: Bytes): boolean {
  if (bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

// 32 bytes and more, as generators print them. Shorter strings are more often plain text.
function likelyEncoding(text: string): Exclude<SecretEncoding, "text"> | undefined {
  if (/^(?:[0-9a-f]{2}){32,}$/i.test(text)) return "hex";
  if (/^(?:[A-Za-z0-9+/]{4}){10,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return "base64";
  return /^[A-Za-z0-9_-]{40,}$/.test(text) && /[_-]/.test(text) ? "base64url" : undefined;
}
