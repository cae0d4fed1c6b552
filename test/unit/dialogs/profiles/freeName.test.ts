import assert from "node:assert/strict";
import { test } from "node:test";
import { freeKeyName, freeName } from "../../../../src/dialogs/profiles/freeName.ts";

test("a name that is free stays, a taken one gets the next number", () => {
  assert.equal(freeName("Lirium sandbox", new Set()), "Lirium sandbox");
  assert.equal(freeName("Lirium sandbox", new Set(["Lirium sandbox", "Lirium sandbox 2"])), "Lirium sandbox 3");
});

test("a key's name is made of the words of what it is for", () => {
  assert.equal(freeKeyName("Lirium (sandbox)!", new Set()), "lirium-sandbox");
  assert.equal(freeKeyName("Lirium sandbox", new Set(["lirium-sandbox"])), "lirium-sandbox-2");
  assert.equal(freeKeyName("???", new Set()), "key");
});
