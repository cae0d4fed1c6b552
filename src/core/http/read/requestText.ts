import { type Steps, STEP } from "../../steps.ts";
import { blocksIn } from "./blocks.ts";
import type { Range } from "./fences.ts";
import { type Part, readPart } from "./parts.ts";
import { type PlacedToken, tokensByLine } from "./placing.ts";
import type { Placed } from "./placedPart.ts";
import { withRequests } from "./sentTokens.ts";

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

/** Reads the requests of some ranges of a text: the inside of fences, or all of it. Linear in the text's length. */
export function* readRequests(texts: readonly string[], ranges: readonly Range[]): Steps<RequestText> {
  const found = yield* tokensByLine(texts);
  const placed: Placed[] = [];
  let next = 0;
  for (const range of ranges) {
    for (const block of blocksIn(texts, range)) {
      yield;
      if (block === undefined) continue;
      while ((found[next]?.line ?? block.end) < block.start) next++;
      const from = next;
      while ((found[next]?.line ?? block.end) < block.end) next++;
      placed.push(place(yield* readPart(texts, block, found.slice(from, next)), block.start));
    }
  }
  return { texts, placed: yield* withRequests(texts, placed) };
}

/** Reads a text that is one range on from before an edit. Only the blocks that the edit touches are read. */
export function* rereadRequests(before: RequestText, edit: LineEdit): Steps<RequestText> {
  const { first, removed, added } = edit;
  const texts = before.texts.slice(0, first).concat(added, before.texts.slice(first + removed));
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
    yield;
    if (block === undefined) continue;
    while (below < old.length && (startAt(old, below) < first + removed || startAt(old, below) + shift < block.start))
      below++;
    if (block.start > from && below < old.length && startAt(old, below) + shift === block.start) break;
    const found = yield* tokensByLine(texts, block.start, block.end);
    read.push(place(yield* readPart(texts, block, found), block.start));
    if (block.end >= texts.length) below = old.length;
  }
  const kept = shift === 0 ? old.slice(below) : old.slice(below).map((each) => moved(each, shift));
  const known = old.slice(touched, below).flatMap(({ tokens }) => tokens);
  const placed = [...old.slice(0, touched), ...withKnownTokens(read, known, edit), ...kept];
  // A definition changes what the requests that refer to it are sent with, wherever they stand.
  const settled =
    shift === 0 &&
    !(yield* hasDefinition(before.texts, from, old[below]?.start ?? before.texts.length)) &&
    !(yield* hasDefinition(texts, from, (read.at(-1)?.start ?? from) + (read.at(-1)?.part.length ?? 0)));
  return { texts, placed: yield* withRequests(texts, placed, settled) };
}

/** Whether some line, also one of a body, reads as a definition. */
function* hasDefinition(texts: readonly string[], start: number, end: number): Steps<boolean> {
  for (let line = start; line < end; line++) {
    if (line % STEP === 0) yield;
    if ((texts[line] ?? "").trimStart().startsWith("@")) return true;
  }
  return false;
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
