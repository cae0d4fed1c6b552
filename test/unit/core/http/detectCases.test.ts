import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { stateOf } from "../../../../src/core/http/read/tokens.ts";
import { readTokens } from "./atOnce.ts";

interface DetectCase {
  readonly name: string;
  readonly now: number;
  readonly text: string;
  readonly tokens: readonly {
    readonly line: number;
    readonly start: number;
    readonly end: number;
    readonly where: string;
    readonly state: string;
  }[];
}

const file = new URL("../../../fixtures/http-detect.json", import.meta.url);
const cases = JSON.parse(readFileSync(file, "utf8")) as readonly DetectCase[];

for (const { name, now, text, tokens } of cases) {
  test(`acceptance case "${name}" finds its tokens, where they stand and how they are`, () => {
    const found = readTokens(text, "http").tokens.map(({ line, start, end, where, decoded }) => {
      const state = stateOf(decoded, now);
      // The cases call "valid" what the product calls "current".
      return { line, start, end, where, state: state === "current" ? "valid" : state };
    });

    assert.deepEqual(found, tokens);
  });
}
