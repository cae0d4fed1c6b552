import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../../src/core/errors.ts";
import { readKey } from "../../../src/core/keys/read/read.ts";
import { entries, type Entry, inputOf, optionsOf } from "../../unit/core/keys/badInputs.ts";
import type { BadKeyInput } from "../inside/badInputs.host.ts";

/** What is no content: a folder and a file that cannot be read, which `keys.host.ts` makes. */
const notContent = new Set(["PEM-085", "PEM-086"]);

/** Writes the list of bad inputs into the folder `bad`, with what Node makes of each, for `badInputs.host.ts`. */
export async function writeBadInputs(folder: string): Promise<void> {
  mkdirSync(join(folder, "bad"));
  const inputs = entries.filter(({ id }) => !notContent.has(id)).map(async (entry) => describe(folder, entry));
  writeFileSync(join(folder, "bad", "index.json"), JSON.stringify(await Promise.all(inputs)));
}

async function describe(folder: string, entry: Entry): Promise<BadKeyInput> {
  const input = inputOf(entry);
  const binary = typeof input !== "string";
  if (binary) writeFileSync(join(folder, "bad", entry.id), input);
  const { id } = entry;
  return { id, options: { ...optionsOf(entry), ...(!binary && { text: input }) }, expected: await outcomeOf(entry) };
}

async function outcomeOf(entry: Entry): Promise<BadKeyInput["expected"]> {
  try {
    const { key, warnings } = await readKey(inputOf(entry), optionsOf(entry));
    return { thumbprint: key.thumbprint, warnings: warnings.map(({ code }) => code) };
  } catch (error) {
    if (error instanceof UserError) return { message: error.message };
    throw error;
  }
}
