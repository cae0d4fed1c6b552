/** Where the code of a minified bundle comes from. The build writes one beside each. */
export interface LineMap {
  readonly sources: readonly string[];
  /** For each line of the bundle triples of column, source and line, each as the difference to the triple before. */
  readonly lines: readonly (readonly number[])[];
}

/** The source of a place in a bundle, such as "src/core/token/read/decode.ts:34". `line` and `column` are counted from 0. */
export function sourceAt({ sources, lines }: LineMap, line: number, column: number): string | undefined {
  const triples = lines[line] ?? [];
  if ((triples[0] ?? Infinity) > column) return undefined;
  let [at, source, sourceLine] = [0, 0, 0];
  for (let index = 0; index < triples.length && at + (triples[index] ?? 0) <= column; index += 3) {
    at += triples[index] ?? 0;
    source += triples[index + 1] ?? 0;
    sourceLine += triples[index + 2] ?? 0;
  }
  return `${sources[source]}:${sourceLine + 1}`;
}
