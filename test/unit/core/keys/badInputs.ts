import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Alg } from "../../../../src/core/algorithms.ts";
import type { ReadOptions } from "../../../../src/core/keys/read/read.ts";

/** An entry of the list of bad inputs, groups PEM, JWK and SEC. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly kind?: string;
  readonly alg?: Alg;
  readonly password?: string;
  readonly encoding: "utf8" | "base64" | "generator";
  readonly input: string;
  readonly expect: {
    readonly outcome: string;
    readonly code?: string;
    readonly algs?: readonly Alg[];
    readonly chosen?: "hex";
    readonly mustNotContain?: readonly string[];
  };
}

const fixture = new URL("../../../fixtures/bad-inputs.json", import.meta.url);
export const { entries } = JSON.parse(readFileSync(fixture, "utf8")) as { entries: readonly Entry[] };

const generated: { readonly [id: string]: () => string } = {
  "PEM-085": () => "/some/folder",
  "PEM-086": () => "/some/file",
  "JWK-045": () => {
    const control = entries.find(({ id }) => id === "JWK-049");
    return JSON.stringify({ ...(JSON.parse(control?.input ?? "") as object), kid: "k".repeat(1e6) });
  },
  "SEC-028": () => "k".repeat(1 << 20),
};

export function inputOf({ id, encoding, input }: Entry): string | Uint8Array {
  const generate = generated[id];
  if (encoding !== "generator") return encoding === "base64" ? new Uint8Array(Buffer.from(input, "base64")) : input;
  assert.ok(generate, `${id} needs a generator`);
  return generate();
}

/** What a person would have said of the input. */
export const optionsOf = ({ alg, password, expect }: Entry): ReadOptions => ({
  ...(alg && { alg }),
  ...(password && { passphrase: password }),
  ...(expect.chosen && { encoding: expect.chosen }),
});
