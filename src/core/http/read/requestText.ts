import { type Block, blocksIn } from "./blocks.ts";
import { type Range, wholeText } from "./fences.ts";
import { linesOf } from "../lines.ts";
import { type Part, readPart } from "./parts.ts";
import { type PlacedToken, tokensByLine } from "./placing.ts";
import { type Placed, withRequests } from "./sentTokens.ts";

/** A text as it was read, to go on from when it is edited. What an edit leaves as it was stays the same object. */
export interface RequestText {
  readonly texts: readonly string[];
  readonly placed: readonly Placed[];
}

/** Lines that replace `removed` lines from `first` on. */
export interface LineEdit {
  readonly first: number;
  readonly removed: number;
  readonly added: readonly string[];
}

/** Reads the requests of a text that is no Markdown. */
export function requestText(text: string): RequestText {
  const { texts } = linesOf(text);
  return readRequests(texts, [wholeText(texts)]);
}

/** Reads the requests of some ranges of a text: the inside of fences, or all of it. Linear in the text's length. */
export function readRequests(texts: readonly string[], ranges: readonly Range[]): RequestText {
  const found = tokensByLine(texts.join("\n"));
  let next = 0;
  const foundIn = ({ start, end }: Block) => {
    while ((found[next]?.line ?? end) < start) next++;
    const from = next;
    while ((found[next]?.line ?? end) < end) next++;
    return found.slice(from, next);
  };
  const placed = ranges.flatMap((range) =>
    Array.from(blocksIn(texts, range), (block) => place(readPart(texts, block, foundIn(block)), block.start)),
  );
  return { texts, placed: withRequests(texts, placed) };
}

/** Reads a text that is one range on from before an edit. Only the blocks that the edit touches are read. */
export function rereadRequests(before: RequestText, edit: LineEdit): RequestText {
  const { first, removed, added } = edit;
  const texts = before.texts.toSpliced(first, removed, ...added);
  const shift = added.length - removed;
  const old = before.placed;
  const touched = Math.max(
    old.findIndex(({ start, part }) => first <= start + part.reach),
    0,
  );
  const read: Placed[] = [];
  // The first of the blocks below the edit that the reading has come to.
  let below = touched + 1;
  const from = old[touched]?.start ?? 0;
  for (const block of blocksIn(texts, { start: from, first: from, end: texts.length })) {
    while (below < old.length && (startAt(old, below) < first + removed || startAt(old, below) + shift < block.start))
      below++;
    if (block.start > from && below < old.length && startAt(old, below) + shift === block.start) break;
    const found = tokensByLine(texts.slice(block.start, block.end).join("\n"));
    for (const token of found) Object.assign(token, { line: token.line + block.start });
    read.push(place(readPart(texts, block, found), block.start));
    if (block.end >= texts.length) below = old.length;
  }
  const kept = shift === 0 ? old.slice(below) : old.slice(below).map((each) => moved(each, shift));
  const known = old.slice(touched, below).flatMap(({ tokens }) => tokens);
  const placed = [...old.slice(0, touched), ...withKnownTokens(read, known, edit), ...kept];
  // A definition changes what the requests that refer to it are sent with, wherever they stand.
  const defines = [...old.slice(touched, below), ...read].some(({ part }) => part.defines);
  return { texts, placed: withRequests(texts, placed, shift === 0 && !defines) };
}

/** A token on a line that the edit left alone and did not move stays the same object, though its block was read again. */
function withKnownTokens(read: readonly Placed[], known: readonly PlacedToken[], edit: LineEdit): readonly Placed[] {
  if (known.length === 0) return read;
  const { first, removed, added } = edit;
  const movesLines = added.length !== removed;
  const byPlace = new Map(known.map((token) => [`${token.line} ${token.start}`, token]));
  const knownAs = (token: PlacedToken) => {
    const { line, start, compact, where } = token;
    if (line >= first && (movesLines || line < first + removed)) return token;
    const same = byPlace.get(`${line} ${start}`);
    return same?.compact === compact && same.where === where ? same : token;
  };
  return read.map((each) => (each.tokens.length === 0 ? each : { ...each, tokens: each.tokens.map(knownAs) }));
}

const startAt = (placed: readonly Placed[], index: number) => placed[index]?.start ?? 0;

const place = (part: Part, start: number): Placed => ({
  part,
  start,
  tokens: start === 0 ? part.tokens : part.tokens.map((token) => lowered(token, start)),
  request: undefined,
});

const lowered = (token: PlacedToken, by: number): PlacedToken => ({ ...token, line: token.line + by });

/** The decoded token stays the same object. */
const moved = ({ part, start, tokens }: Placed, by: number): Placed => ({
  part,
  start: start + by,
  tokens: tokens.length === 0 ? tokens : tokens.map((token) => lowered(token, by)),
  request: undefined,
});
