import type { Block } from "./blocks.ts";
import { definitionLines, globalDefinitions, type Scope } from "./definitions.ts";
import { definitionAt } from "./grammar.ts";

/** Gives the line that defines a variable for a block's request; undefined when the file has none. */
export type FindDefinition = (name: string, block: Block) => number | undefined;

/**
 * As httpYac sees it: the block's own last definition, else the last of the global blocks.
 * Else as REST Client does, where the last one of the file counts for every request.
 */
export function definitionFinder(texts: readonly string[]): (scope: Scope) => FindDefinition {
  let anywhere: ReadonlyMap<string, readonly number[]> | undefined;
  const nameAt = (line: number) => definitionAt(texts[line] ?? "")?.name;
  return (scope) => {
    let globals: ReadonlyMap<string | undefined, number> | undefined;
    return (name, block) => {
      globals ??= new Map(globalDefinitions(scope).map((line) => [nameAt(line), line]));
      anywhere ??= definitionLines(texts);
      const own = block.definitions.findLast((line) => nameAt(line) === name);
      return own ?? globals.get(name) ?? anywhere.get(name)?.at(-1);
    };
  };
}

interface Resolved {
  /** The lines that define what the value refers to, and what those refer to, nearest first. */
  readonly lines: readonly number[];
  /** Part of the value comes from elsewhere: a response, an environment, a system variable. */
  readonly opaque: boolean;
}

const reference = /\{\{([^{}]*)\}\}/g;
const plainName = /^[A-Za-z_][\w-]*$/;

/** Follows the `{{name}}` of a value through the file. */
export function resolveReferences(
  value: string,
  texts: readonly string[],
  find: (name: string) => number | undefined,
): Resolved {
  const lines = new Set<number>();
  let opaque = false;
  const values = [value];
  for (const current of values) {
    for (const [, inner = ""] of current.matchAll(reference)) {
      const name = inner.trim();
      const line = plainName.test(name) ? find(name) : undefined;
      if (line === undefined) opaque = true;
      else if (!lines.has(line)) {
        lines.add(line);
        const text = texts[line] ?? "";
        values.push(text.slice(definitionAt(text)?.valueStart));
      }
    }
  }
  return { lines: [...lines], opaque };
}
