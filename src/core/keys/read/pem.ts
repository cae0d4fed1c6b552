import { type Bytes, fromBase64, toBase64 } from "../../bytes.ts";
import { userError } from "../../errors.ts";
import { keyTruncated } from "../errors.ts";
import { mendPem, positionOf } from "./inputText.ts";

/** One BEGIN … END block of a text (RFC 7468). Decoding is left to `pemBytes`, since most labels are refused unread. */
export interface PemBlock {
  readonly label: string;
  readonly body: string;
  /** The whole text, mended, and where `body` begins in it: for error positions. */
  readonly text: string;
  readonly offset: number;
}

/** The blocks of a text, in order; text around them is ignored (RFC 7468 §2). Throws UserError for broken armour. */
export function pemBlocks(input: string): readonly PemBlock[] {
  const text = mendPem(input);
  const marks = [...text.matchAll(/-----(BEGIN|END) ([A-Z0-9 ]{1,64})-----/g)];
  const blocks: PemBlock[] = [];
  for (let i = 0; i < marks.length; i += 2) {
    const [begin, end] = [marks[i], marks[i + 1]];
    if (begin === undefined || begin[1] !== "BEGIN") throw pemHeader();
    const offset = begin.index + begin[0].length;
    if (end?.[1] !== "END") throw looseFooter.test(text.slice(offset)) ? brokenHeader(text) : pemTruncated();
    const label = begin[2] ?? "";
    if (label !== end[2]) throw pemLabelMismatch();
    const body = text.slice(offset, end.index);
    blocks.push({ label, body: outsideBlanked(body, text.slice(0, begin.index)), text, offset });
  }
  return blocks;
}

/**
 * The body of a block that is put together from the string literals of a program, with what stands between them blanked: its
 * lines keep their numbers, and begin where a literal does. `before` is the text in front of the block.
 */
function outsideBlanked(body: string, before: string): string {
  const quote = /["'`](?=\s*$)/.exec(before.slice(-99))?.[0];
  const pieces = quote === undefined ? [] : body.split(quote);
  // An odd number of pieces: the literal that BEGIN stands in ends, and another one holds END.
  if (pieces.length < 3 || pieces.length % 2 === 0) return body;
  return pieces.map((piece, at) => (at % 2 === 0 ? piece : blank(piece))).join("");
}

/** Two characters more, for the quotes around the piece. */
const blank = (piece: string) => " ".repeat(piece.replaceAll("\n", "").length + 2) + piece.replaceAll(/[^\n]/g, "");

/** Decodes a block's body. Throws KEY_PEM_BAD_CHARACTER, KEY_TRUNCATED. */
export function pemBytes({ body, text, offset }: PemBlock): Bytes {
  // Other headers are blanked, not cut, to keep error positions true.
  const data = body.replaceAll(/^[A-Za-z][A-Za-z-]*:.*$/gm, (header) => " ".repeat(header.length));
  const bad = data.search(/[^A-Za-z0-9+/=_\s-]/);
  if (bad >= 0) {
    const { line, column } = positionOf(text, offset + bad);
    throw pemBadCharacter(line, column);
  }
  const bytes = fromBase64(data.replaceAll(/\s/g, ""));
  if (bytes === undefined || bytes.length === 0) throw keyTruncated();
  return bytes;
}

/** For a text without blocks. Throws KEY_PEM_HEADER when it has something like a BEGIN or END line. */
export function refuseBrokenArmour(text: string): void {
  if (looseHeader.test(mendPem(text))) throw brokenHeader(text);
}

const looseHeader = /\b(?:BEGIN|END)[ _]{1,4}[A-Z0-9 ]{0,40}(?:KEY|CERTIFICATE|KEY BLOCK)\b/i;
const looseFooter = /\bEND[ _]{1,4}[A-Z0-9 ]{0,40}(?:KEY|CERTIFICATE)\b/i;

const brokenHeader = (text: string): Error => (/[\u2010-\u2015\u2212]/.test(text) ? pemDashes() : pemHeader());

/** One block of RFC 7468 §2, in lines of 64 characters. */
export const pemText = (label: string, bytes: Bytes): string =>
  `-----BEGIN ${label}-----\n${toBase64(bytes).replaceAll(/.{64}(?=.)/g, "$&\n")}\n-----END ${label}-----\n`;

const pemDashes = () =>
  userError(
    "KEY_PEM_HEADER",
    "The dashes of the BEGIN or END line were changed by a word processor.",
    "Write five hyphens on each side of both lines, or copy the key again.",
  );

const pemHeader = () =>
  userError(
    "KEY_PEM_HEADER",
    "The header line of this key is damaged or missing.",
    "It must be BEGIN and the kind of key, in capitals with five hyphens on each side.",
  );

const pemLabelMismatch = () =>
  userError(
    "KEY_PEM_LABEL_MISMATCH",
    "The BEGIN and END lines of this key differ, so two files may have been mixed.",
    "Copy the whole key again.",
  );

const pemTruncated = () =>
  userError(
    "KEY_PEM_TRUNCATED",
    "The END line of this key is missing, so the key was not copied completely.",
    "Copy the whole key again.",
  );

/** `line` and `column` count from 1. */
const pemBadCharacter = (line: number, column: number) =>
  userError(
    "KEY_PEM_BAD_CHARACTER",
    `Line ${line}, column ${column} holds a character that no key contains.`,
    "Remove it, or copy the key again.",
  );
