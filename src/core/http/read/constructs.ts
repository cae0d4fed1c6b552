import { type Steps, STEP } from "../../steps.ts";
import { isDelimiter } from "./grammar.ts";

/** Looks for the last line of the script or block comment that opens at a line; undefined when none does. */
export type ConstructEnd = (line: number) => Steps<number | undefined> | undefined;

interface Construct {
  readonly opens: RegExp;
  readonly closes: RegExp;
  /** A script ends before the next `###`; a block comment hides it. */
  readonly hidesDelimiters: boolean;
}

const constructs: readonly Construct[] = [
  { opens: /^\s*\/\*\s*$/, closes: /^\s*\*\/\s*$/, hidesDelimiters: true },
  {
    opens: /^\s*\{\{(?:@js\s+)?[+@]?(?:request|streaming|response|after|responseLogging)?\s*$/i,
    closes: /^\s*\}\}\s*$/,
    hidesDelimiters: false,
  },
  { opens: /^\s*[<>]\s*\{%/, closes: /%\}/, hidesDelimiters: false },
];

/**
 * Looks for constructs in `texts` before `end`. One that never closes is none, as in httpYac.
 * `looked` is told up to which line each search went: an edit there may close a construct or open another end.
 */
export function constructsIn(
  texts: readonly string[],
  end: number,
  looked: (line: number) => void = () => undefined,
): ConstructEnd {
  // Up to these lines a search found no closing line: searching again from each opening line would be quadratic.
  const barren = constructs.map(() => -1);
  function* search(line: number, kind: number, { closes, hidesDelimiters }: Construct): Steps<number | undefined> {
    const known = barren[kind] ?? -1;
    if (line < known) {
      looked(known);
      return undefined;
    }
    if ((texts[line] ?? "").includes("%}")) return line;
    for (let at = line + 1; at < end; at++) {
      if (at % STEP === 0) yield;
      const inside = texts[at] ?? "";
      if (closes.test(inside)) return at;
      if (!hidesDelimiters && isDelimiter(inside)) {
        barren[kind] = at;
        looked(at);
        return undefined;
      }
    }
    barren[kind] = end;
    looked(end);
    return undefined;
  }
  return (line) => {
    const text = texts[line] ?? "";
    const kind = constructs.findIndex(({ opens }) => opens.test(text));
    const construct = constructs[kind];
    return construct === undefined ? undefined : search(line, kind, construct);
  };
}
