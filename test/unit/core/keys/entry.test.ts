import assert from "node:assert/strict";
import { test } from "node:test";
import { readEntry, writeEntry } from "../../../../src/core/keys/entry.ts";
import { someKey, someSecret } from "../../services/keys/someKey.ts";

test("a key comes back from its entry as it was, and the entry holds its summary", () => {
  for (const key of [someKey(), someSecret(), { ...someKey(), kid: "K1" }]) {
    const text = writeEntry("name", key);

    assert.deepEqual(readEntry(text), key);
    assert.equal((JSON.parse(text) as { summary: { name: string } }).summary.name, "name");
  }
});

test("an entry cut off anywhere, of another version, or of another shape is no key, and no failure", () => {
  const entry = writeEntry("name", someKey());
  const { material, ...facts } = someKey();
  const texts = [
    ...Array.from({ length: entry.length }, (_, end) => entry.slice(0, end)),
    entry.replace('"version":1', '"version":2'),
    ...[null, 1, "key", [], {}, { key: null }, { key: facts }].map((value) => JSON.stringify(value)),
    ...[
      { material },
      { ...facts, material: {} },
      { ...facts, material: { ...material, base64: "" } },
      { ...facts, material: { ...material, format: "raw" } },
      { ...facts, material, alg: "RS256" },
      { ...facts, material, alg: "toString" },
      { ...facts, material, bits: "2048" },
      { ...facts, material, kid: 5 },
    ].map((key) => JSON.stringify({ version: 1, key })),
  ];
  for (const text of texts) assert.equal(readEntry(text), undefined, text);
});

test("an entry from before entries had a version is read", () => {
  assert.deepEqual(readEntry(JSON.stringify({ key: someKey() })), someKey());
});
