import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type MadeKey, makeKeys } from "../../unit/core/keys/openssl/formats.ts";
import { assertVerifies } from "../../unit/core/keys/openssl/proof.ts";
import { newRunFolder } from "../harness/folders.ts";

/** A folder with key files that this machine's tools made, for `keyFormats.host.ts` to import. */
export interface MadeKeyFolder {
  readonly folder: string;
  /** Has another library verify the tokens that were left in a copy of the folder. */
  readonly verifyTokens: (workspace: string) => void;
}

export function makeKeyFolder(): MadeKeyFolder {
  const made = makeKeys();
  const folder = newRunFolder("keys");
  mkdirSync(join(folder, "keys"));
  for (const { fileName, content } of made) writeFileSync(join(folder, "keys", fileName), content);
  writeFileSync(join(folder, "keys", "index.json"), JSON.stringify(made.map(described)));
  return { folder, verifyTokens: (workspace) => verifyTokens(workspace, made) };
}

function described({ title, fileName, kid, options: { alg, ...options } }: MadeKey) {
  return { title, fileName, alg, kid, options };
}

function verifyTokens(workspace: string, made: readonly MadeKey[]): void {
  const tokens = JSON.parse(readFileSync(join(workspace, "keys", "tokens.json"), "utf8")) as readonly string[];
  assert.equal(tokens.length, made.length);
  for (const [index, { verifier, options }] of made.entries()) {
    assertVerifies(tokens[index] ?? "", verifier, options.alg);
  }
}
