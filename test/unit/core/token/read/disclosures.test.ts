import assert from "node:assert/strict";
import { test } from "node:test";
import { disclosuresOf } from "../../../../../src/core/token/read/disclosures.ts";

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const signed = `${encode({ alg: "ES256" })}.${encode({ _sd: ["x"] })}.c2ln`;

test("the disclosures of an SD-JWT are read in their order, claims and list elements", () => {
  const token = [signed, encode(["salt", "family_name", "Möbius"]), encode(["salt", { a: 1 }]), ""].join("~");

  assert.deepEqual(disclosuresOf(token), [{ name: "family_name", value: "Möbius" }, { value: { a: 1 } }]);
});

test("a key-binding token at the end is no disclosure", () => {
  assert.deepEqual(disclosuresOf(`${signed}~${encode(["salt", "a", null])}~${signed}`), [{ name: "a", value: null }]);
});

test("what is no disclosure is told to be none and stops nothing", () => {
  const broken = [
    "!!",
    encode({}),
    encode(["salt"]),
    encode([1, "a", 2]),
    encode(["s", 1, 2]),
    encode(["s", "a", 1, 2]),
  ];
  const deep = Buffer.from(`["s","a",${"[".repeat(5000)}${"]".repeat(5000)}]`).toString("base64url");

  for (const part of [...broken, deep])
    assert.deepEqual(disclosuresOf(`${signed}~${part}~`), [undefined], part.slice(0, 20));
  assert.equal(disclosuresOf(`${signed}${`~${encode(["s", "a", 1])}`.repeat(2000)}`).length, 500);
});

test("another token has no disclosures", () => {
  assert.deepEqual(disclosuresOf(signed), []);
  assert.deepEqual(disclosuresOf(`${signed}~`), []);
});
