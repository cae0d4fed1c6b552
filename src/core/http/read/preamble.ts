import { type Steps, STEP } from "../../steps.ts";
import type { ConstructEnd } from "./constructs.ts";
import { definitionAt, headerAt, isBlank, isComment, isDelimiter, spreadOf } from "./grammar.ts";

/** What `# @…` comments say about a block, gathered while reading it. */
export interface Metadata {
  /** Has `@name`: httpYac then keeps the block's variables to itself. */
  named: boolean;
  /** Names of requests and prompts. In REST Client they hide file variables of the same name. */
  readonly names: string[];
  /** `@forceRegionDelimiter`: only `###` ends the block. */
  onlyDelimiters: boolean;
}

interface Preamble {
  /** The request line, or the line after the block. */
  readonly end: number;
  readonly definitions: readonly number[];
}

const metadata = /^\s*(?:#+|\/{2,})\s*@([\w-]+)(?:[\s=]+([^\s=]+))?/;
// JetBrains' and Kulala's `import` and `run`, a script or response file, httpYac's assertions and redirections.
const directive = /^\s*(?:(?:import|run)\s+\S|[<>]\s+[^\s{%}]+\s*$|\?\?\s|>>!?\s)/;
const proto = /^\s*proto\s+<\s/;
const graphql = /^\s*(?:fragment\s+\S+\s+on\s|gql\s+(?:\S+\s+)?<\s)/;

export function noteMetadata(text: string, noted: Metadata): void {
  const match = metadata.exec(text);
  const key = match?.[1];
  if (key === "name") noted.named = true;
  if ((key === "name" || key === "prompt") && match?.[2] !== undefined) noted.names.push(match[2]);
  if (key === "forceRegionDelimiter" || key === "force-region-delimiter") noted.onlyDelimiters = true;
}

/** Reads from `first` to the request line: the first line that nothing else claims, whatever it looks like. */
export function* readPreamble(
  texts: readonly string[],
  { first, end }: { readonly first: number; readonly end: number },
  constructEnd: ConstructEnd,
  noted: Metadata,
): Steps<Preamble> {
  const definitions: number[] = [];
  let line = first;
  for (; line < end; line++) {
    if (line % STEP === 0) yield;
    const text = texts[line] ?? "";
    if (isBlank(text)) continue;
    if (isDelimiter(text)) break;
    if (isComment(text)) noteMetadata(text, noted);
    else if (definitionAt(text) !== undefined) definitions.push(line);
    else {
      const construct = constructEnd(line);
      const last = (construct && (yield* construct)) ?? directiveEnd(texts, line, end);
      if (last === undefined) break;
      line = last;
    }
  }
  return { end: line, definitions };
}

function directiveEnd(texts: readonly string[], line: number, end: number): number | undefined {
  const text = texts[line] ?? "";
  if (proto.test(text)) return lastWhile(texts, line, end, isProtoOption);
  if (graphql.test(text)) return lastWhile(texts, line, end, (below) => !isBlank(below) && !isDelimiter(below));
  return directive.test(text) ? line : undefined;
}

/** httpYac reads header lines directly below `proto < file` as the loader's options. */
const isProtoOption = (text: string) => headerAt(text) !== undefined || spreadOf(text) !== undefined;

function lastWhile(texts: readonly string[], line: number, end: number, goesOn: (text: string) => boolean): number {
  let last = line;
  while (last + 1 < end && goesOn(texts[last + 1] ?? "")) last++;
  return last;
}
