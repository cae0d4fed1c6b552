import { type Steps, STEP } from "../../steps.ts";
import type { Block } from "../read/blocks.ts";
import { definitionAt, isBlank } from "../read/grammar.ts";

/** The blocks that share variables: those of a .http file, or of all fences of a Markdown file. */
export type Scope = readonly Block[];

/** Where a new definition goes: below a line, or above the first line of a block. */
export type Place = { readonly below: number } | { readonly above: number; readonly separator: readonly string[] };

/** Lines by the variable they define, anywhere in the text: REST Client reads bodies and prose too. */
export function* definitionLines(texts: readonly string[]): Steps<ReadonlyMap<string, readonly number[]>> {
  const lines = new Map<string, number[]>();
  for (let line = 0; line < texts.length; line++) {
    if (line % STEP === 0) yield;
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

/** What of a scope's definitions counts for each of its requests. */
export interface SharedDefinitions {
  /** By name, the last definition of the blocks without request, title and name, which are everybody's. */
  readonly globals: ReadonlyMap<string, number>;
  /** Where a new definition goes, where the file starts with such a block. */
  readonly below: number | undefined;
}

export function* sharedDefinitions(texts: readonly string[], scope: Scope): Steps<SharedDefinitions> {
  const globals = new Map<string, number>();
  let opening: Block | undefined;
  for (const block of scope) {
    yield;
    if (opening === undefined && (yield* hasText(texts, block))) opening = block;
    if (!block.global) continue;
    for (const line of block.definitions) globals.set(definitionAt(texts[line] ?? "")?.name ?? "", line);
  }
  return { globals, below: opening?.global === true ? opening.definitions.at(-1) : undefined };
}

function* hasText(texts: readonly string[], { first, end }: Block): Steps<boolean> {
  for (let line = first; line < end; line++) {
    if (line % STEP === 0) yield;
    if (!isBlank(texts[line] ?? "")) return true;
  }
  return false;
}

/** The definition that every tool sees from `block`: its own last one, else the last of the global blocks. */
export function visibleDefinition(
  texts: readonly string[],
  name: string,
  block: Block,
  { globals }: SharedDefinitions,
): number | undefined {
  return block.definitions.findLast((line) => definitionAt(texts[line] ?? "")?.name === name) ?? globals.get(name);
}

/** Below the definitions that start the file, else below the block's own, else at the block's start. */
export function placeForNew(block: Block, shared: SharedDefinitions): Place {
  const below = shared.below ?? block.definitions.at(-1);
  return below === undefined ? { above: block.first, separator: block.separator } : { below };
}
