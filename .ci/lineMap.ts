/** Where the code of a minified bundle comes from, so that the log names files and lines of the sources. */
import type { LineMap } from "../src/core/lineMap.ts";

interface SourceMap {
  readonly sources: readonly string[];
  readonly mappings: string;
}

/** What of a source map (ECMA-426) it takes to name files and lines: about a fifth of it. */
export function lineMapOf(sourceMap: string): LineMap {
  const { sources, mappings }: SourceMap = JSON.parse(sourceMap);
  let [source, line] = [0, 0];
  const lines = mappings.split(";").map((segments) => {
    const places: number[] = [];
    let column = 0;
    let last = { column: 0, source: 0, line: 0 };
    for (const segment of segments.split(",")) {
      const [columns = 0, sourcesOn, linesOn = 0] = numbersIn(segment);
      column += columns;
      if (sourcesOn === undefined) continue;
      source += sourcesOn;
      line += linesOn;
      if (places.length > 0 && source === last.source && line === last.line) continue;
      places.push(column - last.column, source - last.source, line - last.line);
      last = { column, source, line };
    }
    return places;
  });
  return { sources: sources.map((path) => path.replace(/^.*\/(?=node_modules\/)|^(?:\.\.\/)+/, "")), lines };
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base64 VLQ: five bits a digit, the lowest first, and the sign in the lowest bit of all. */
function numbersIn(segment: string): readonly number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of segment) {
    const digit = digits.indexOf(character);
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit >= 32) continue;
    numbers.push(value & 1 ? -(value >>> 1) : value >>> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}
