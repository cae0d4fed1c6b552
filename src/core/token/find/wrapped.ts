import { isAlg, isSignatureLength } from "../../algorithms.ts";
import { bytesOf } from "../read/base64url.ts";
import { readToken } from "../read/decode.ts";
import { longestToken, type Run } from "./pieces.ts";

/** Characters of a token in a row; "=" only where it may pad a part. */
const run = /\.?[\w~-]+(?:={1,2}(?![\w=]))?(?:\.[\w~-]*(?:={1,2}(?![\w=]))?)*/g;

export const runsIn = (text: string): readonly Run[] =>
  Array.from(text.matchAll(run), ({ 0: { length }, index }) => ({ start: index, end: index + length }));

/** What stands between two pieces of a token: blanks, a line break, or what closes, joins and opens strings. */
const gap = /^["'`]?[ \t]*[+.&|\\]?[ \t]*(?:\r?\n)?[ \t]*(?:[>#*|/]{1,3}[ \t]+|[+.&|][ \t]*)?["'`]?$/;

/** What stands behind a piece that is alone on its line, or in a string. */
const closing = /^(?:["'`]|[ \t]*[+.&|,;)\]}>\\]*[ \t]*(?:\r?\n|$))/;

/** How far apart pieces are looked for, and behind one, in characters. */
const NEAR = 120;

/** How two runs hang together: as lines or strings of one text, perhaps (`blank`), or not at all. */
function joint(text: string, { end }: Run, next: Run | undefined): "break" | "blank" | undefined {
  if (next === undefined || next.start - end > NEAR) return undefined;
  const between = text.slice(end, next.start);
  if (!gap.test(between)) return undefined;
  return /[\n"'`]/.test(between) && closing.test(text.slice(next.end, next.end + NEAR)) ? "break" : "blank";
}

/** The longest header that is put together from pieces, in characters. */
const LONGEST_HEADER = 4096;

/** The longest signature or tag that is put together from pieces, in characters. */
const LONGEST_SIGNATURE = 8192;

/** The token that begins at a place of a run, and the index of the run behind it. */
export interface WrappedToken {
  readonly compact: string;
  readonly next: number;
}

/**
 * The token that begins with a run from `from` on, and goes on in the runs that follow it. It ends where its signature has the
 * length of its algorithm; where no place has, with the lines and strings that hang together.
 */
export function tokenFrom(text: string, runs: readonly Run[], index: number, from: number): WrappedToken | undefined {
  const pieces: string[] = [];
  let length = 0;
  const dots: number[] = [];
  let shape: Shape | undefined;
  let ending: WrappedToken | undefined;
  let tilde = false;
  for (let at = index; length <= longestToken; at += 1) {
    const current = runs[at];
    if (current === undefined) return ending;
    const piece = text.slice(at === index ? current.start + from : current.start, current.end);
    for (const dot of dotsIn(piece, 5 - dots.length)) dots.push(length + dot);
    pieces.push(piece);
    tilde ||= piece.includes("~");
    length += piece.length;
    if (shape === undefined && dots[0] !== undefined) shape = shapeOf(pieces.join("").slice(0, dots[0]));
    if (shape === undefined && (dots[0] !== undefined || length > LONGEST_HEADER)) return undefined;
    const hangs = joint(text, current, runs[at + 1]);
    if (shape !== undefined && dots.length >= shape.parts - 1) {
      // A key binding's parts follow the disclosures (RFC 9901 §4).
      const end = dots[tilde ? shape.parts + 1 : shape.parts - 1] ?? length;
      const last = piece.slice(0, piece.length - (length - end));
      const signature = end - (dots[shape.parts - 2] ?? 0) - 1 - (/={1,2}$/.exec(last)?.[0].length ?? 0);
      const token = () => ({ compact: pieces.join("").slice(0, end), next: at + 1 });
      if (!tilde && isWhole(shape, signature)) return token();
      const goesOn = end === length && hangs !== undefined && !holdsDot(text, runs[at + 1]);
      if (!goesOn || (!tilde && signature > LONGEST_SIGNATURE)) return ending ?? token();
      // Words may follow it as well as the rest of it.
      if (hangs === "blank") ending ??= token();
    } else if (hangs === undefined) return undefined;
  }
  return ending;
}

/** The places of the first dots in a text. */
function dotsIn(text: string, most: number): number[] {
  const found: number[] = [];
  for (let at = text.indexOf("."); at >= 0 && found.length < most; at = text.indexOf(".", at + 1)) found.push(at);
  return found;
}

/** What a token's header says of its form. */
interface Shape {
  readonly parts: 3 | 5;
  readonly alg: string;
}

/** Undefined for what is not a header. */
function shapeOf(header: string): Shape | undefined {
  const { alg, enc } = readToken(`${header}..`)?.header ?? {};
  return typeof alg === "string" ? { parts: typeof enc === "string" ? 5 : 3, alg } : undefined;
}

/** A token of several parts has no dot behind its last one. */
const holdsDot = (text: string, next: Run | undefined) =>
  next !== undefined && text.slice(next.start, next.end).includes(".");

/** Bytes of the moduli that RSA keys have; a signature is as long as one. */
const moduli: ReadonlySet<number> = new Set([128, 256, 384, 512, 1024]);

/** Whether a token ends where its last part has so many characters, as far as its form tells. */
function isWhole({ parts, alg }: Shape, characters: number): boolean {
  const bytes = bytesOf(characters);
  // The tag of RFC 7518 §5.2 and §5.3.
  if (parts === 5) return bytes === 16 || bytes === 24 || bytes === 32;
  if (/^[RP]S\d/.test(alg)) return moduli.has(bytes);
  return isAlg(alg) ? isSignatureLength(alg, bytes) : true;
}
