import type { Block } from "../read/blocks.ts";
import { definitionAt, isBlank } from "../read/grammar.ts";

/** The blocks that share variables: those of a .http file, or of all fences of a Markdown file. */
export type Scope = readonly Block[];

/** Where a new definition goes: below a line, or above the first line of a block. */
export type Place = { readonly below: number } | { readonly above: number; readonly separator: readonly string[] };

/** Lines by the variable they define, anywhere in the text: REST Client reads bodies and prose too. */
export function definitionLines(texts: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const lines = new Map<string, number[]>();
  for (let line = 0; line < texts.length; line++) {
    const text = texts[line] ?? "";
    // Few lines start with @, so that most need no pattern.
    const name = text.trimStart().charAt(0) === "@" ? definitionAt(text)?.name : undefined;
    if (name === undefined) continue;
    const known = lines.get(name);
    if (known === undefined) lines.set(name, [line]);
    else known.push(line);
  }
  return lines;
}

/** The definition that every tool sees from `block`: its own last one, else the last of the global blocks. */
export function visibleDefinition(
  texts: readonly string[],
  name: string,
  block: Block,
  globals: readonly number[],
): number | undefined {
  const defines = (line: number) => definitionAt(texts[line] ?? "")?.name === name;
  return block.definitions.findLast(defines) ?? globals.findLast(defines);
}

/** The lines of a scope's blocks without request, title and name, whose variables are everybody's. */
export function globalDefinitions(scope: Scope): readonly number[] {
  return scope.filter((block) => block.global).flatMap((block) => block.definitions);
}

/** Below the definitions that start the file, else below the block's own, else at the block's start. */
export function placeForNew(texts: readonly string[], block: Block, scope: Scope): Place {
  const opening = scope.find(({ first, end }) => texts.slice(first, end).some((text) => !isBlank(text)));
  const below = (opening?.global === true ? opening.definitions.at(-1) : undefined) ?? block.definitions.at(-1);
  return below === undefined ? { above: block.first, separator: block.separator } : { below };
}
