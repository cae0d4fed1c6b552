import { definitionAt } from "../read/grammar.ts";

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
