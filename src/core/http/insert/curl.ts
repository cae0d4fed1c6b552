import type { Block } from "../read/blocks.ts";
import { isComment, isFixedName } from "../read/grammar.ts";
import { lastAtMost, type Lines, type Position } from "../lines.ts";
import type { Header } from "./headers.ts";
import type { Request } from "./request.ts";
import { quoteEnd, type Word, wordsIn } from "./shellWords.ts";

/** A `-H`/`--header` of the command. Offsets into the command's source. */
interface CurlHeader {
  readonly name: string;
  readonly spelling: string;
  /** Where the word before the option ends: removing from there takes the gap along. */
  readonly gap: number;
  /** The option's value with its quotes. */
  readonly value: Word;
  /** Behind the name, up to the closing quote. Undefined when the value is not one quoted piece. */
  readonly content: Word | undefined;
}

interface CurlRequest extends Request {
  /** The names of its headers in lower case; undefined where a variable or a file may add others. */
  readonly headers: readonly string[] | undefined;
  /** Where the value of its Authorization header stands. */
  readonly authorizationAt: { readonly start: Position; readonly end: Position } | undefined;
}

const headerOption = /^(?:--header=?|-[fgijklnpqsvGILNORSZ#]*H)/;
const namedValue = /^\s*([^\s:;"']+)\s*[:;]/;

const configOption = /^(?:-\w*K|--config)/;

/** The longest command that is read, in characters: no shell takes as much. */
const LONGEST = 1_000_000;

/** Whether a command, which goes on to the end of its block, is longer than is read. */
export function isTooLong(texts: readonly string[], requestLine: number, end: number): boolean {
  let length = 0;
  for (let line = requestLine; line < end && length <= LONGEST; line++) length += (texts[line] ?? "").length + 1;
  return length > LONGEST;
}

/** The request of a block that is a curl command, which REST Client reads to the end of the block. */
export function curlRequest({ texts }: Lines, block: Block, requestLine: number): CurlRequest {
  // REST Client drops comment lines before it reads the command. Blanks keep the offsets.
  const commandLines = texts
    .slice(requestLine, block.end)
    .map((text) => (isComment(text) ? " ".repeat(text.length) : text));
  const source = commandLines.join("\n");
  const words = wordsIn(source);
  const headers = headersIn(source, words);
  const own = headers.find(({ name }) => name === "authorization");
  const spelled = words.map(({ start, end }) => source.slice(start, end));
  const user = spelled.some((word) => /^(?:-u|--user(?:=|$))/.test(word));
  const place = placesIn(commandLines, requestLine);
  const at = own && (own.content ?? own.value);
  return {
    authorization: at && source.slice(at.start + 1, at.end).trim(),
    authorizationAt: at && { start: place(at.start), end: place(at.end) },
    headers: knownNames(spelled, headers),
    warnings: user ? ["REST Client sends the credentials of -u instead of the token. Remove -u from the command."] : [],
    edits: (wanted) =>
      commandEdits(source, { curlEnd: words[0]?.end ?? 0, headers, wanted }).map(({ start, end, text }) => ({
        start: place(start),
        end: place(end),
        text,
      })),
  };
}

/** The names of the headers, where each option that adds some names one. */
function knownNames(words: readonly string[], headers: readonly CurlHeader[]): readonly string[] | undefined {
  const names = headers.map(({ name }) => name);
  const isNamed = words.filter((word) => headerOption.test(word)).length === names.length && names.every(isFixedName);
  return isNamed && !words.some((word) => configOption.test(word)) ? names : undefined;
}

function headersIn(source: string, words: readonly Word[]): CurlHeader[] {
  return words.flatMap((word, index) => {
    const option = headerOption.exec(source.slice(word.start, word.end))?.[0];
    if (option === undefined) return [];
    const attached = word.start + option.length < word.end;
    if (attached && option === "--header") return [];
    const value = attached ? { start: word.start + option.length, end: word.end } : words[index + 1];
    const header = value && headerOf(source, value);
    return header === undefined ? [] : [{ ...header, gap: words[index - 1]?.end ?? word.start }];
  });
}

function headerOf(source: string, value: Word): Omit<CurlHeader, "gap"> | undefined {
  const open = value.start + (source.startsWith("$", value.start) ? 1 : 0);
  const quoted = `"'`.includes(source.charAt(open));
  const from = quoted ? open + 1 : value.start;
  const match = namedValue.exec(source.slice(from, value.end));
  if (match?.[1] === undefined) return undefined;
  const whole = quoted && quoteEnd(source, open) === value.end - 1;
  const nameEnd = from + match[0].trimEnd().length - 1;
  return {
    name: match[1].toLowerCase(),
    spelling: match[1],
    value,
    content: whole ? { start: nameEnd, end: value.end - 1 } : undefined,
  };
}

function commandEdits(
  source: string,
  command: { readonly curlEnd: number; readonly headers: readonly CurlHeader[]; readonly wanted: readonly Header[] },
) {
  const edits: (Word & { readonly text: string })[] = [];
  let added = "";
  let { curlEnd: addAt } = command;
  for (const { name, value } of command.wanted) {
    const [kept, ...further] = command.headers.filter((header) => header.name === name.toLowerCase());
    if (kept === undefined) added += ` -H ${quoted(`${name}: ${value}`)}`;
    else {
      const edit = kept.content
        ? { ...kept.content, text: `: ${value}` }
        : { ...kept.value, text: quoted(`${kept.spelling}: ${value}`) };
      if (source.slice(edit.start, edit.end) !== edit.text) edits.push(edit);
      if (kept.name === "authorization") addAt = kept.value.end;
    }
    for (const header of further) edits.push({ start: header.gap, end: header.value.end, text: "" });
  }
  // Right behind the word curl a new option can stand between no option and its value.
  return added === "" ? edits : [...edits, { start: addAt, end: addAt, text: added }];
}

const quoted = (header: string) => (header.includes('"') ? `'${header}'` : `"${header}"`);

/** Gives the place of an offset into the joined lines. */
function placesIn(texts: readonly string[], firstLine: number): (offset: number) => Position {
  const starts: number[] = [];
  let next = 0;
  for (const text of texts) {
    starts.push(next);
    next += text.length + 1;
  }
  return (offset) => {
    const line = lastAtMost(starts, offset);
    return { line: firstLine + line, character: offset - (starts[line] ?? 0) };
  };
}
