import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { pastedToken, soleToken } from "../../../../../src/core/token/find/pastedToken.ts";
import { tokenAround } from "../../../../../src/core/token/find/tokenAtPlace.ts";

interface Reported {
  readonly id: string;
  readonly op: "paste" | "hover";
  readonly wanted: string;
  /** In the text of a hover, "‸" stands where the pointer is. */
  readonly input: { readonly text: string; readonly token?: string };
}

const fixture = new URL("../../../../fixtures/reported-tokens.json", import.meta.url);
const reported = JSON.parse(readFileSync(fixture, "utf8")) as readonly Reported[];

for (const { id, op, wanted, input } of reported) {
  const { text, token } = input;
  if (op === "paste")
    test(`${id}: the token is found in a pasted text: ${wanted}`, () => {
      assert.equal(pastedToken(text), token);
      assert.equal(soleToken(text), token);
    });
  else
    test(`${id}: a hover tells what the token is: ${wanted}`, () => {
      const before = text.slice(0, text.indexOf("‸")).split("\n");
      const lines = text.replace("‸", "").split("\n");
      const line = lines[before.length - 1] ?? "";
      const found = tokenAround(line, before.at(-1)?.length ?? 0, lines[before.length]);
      assert.ok(found?.decoded.claims);
      assert.ok(found.inBase64 === true || text.replace("‸", "").includes(found.compact.slice(-20)));
    });
}
