import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../../../../src/core/token/read/decode.ts";
import { describeKind } from "../../../../../src/core/token/read/kind.ts";
import { exactText } from "../../../../../src/core/exactJson.ts";
import * as sdJwt from "../../../../../src/core/token/read/sdJwt.ts";
import { compactOf, part } from "../../../../tokens.ts";

const signed = compactOf({ alg: "ES256" }, { _sd: ["x"] });

const disclosuresOf = (compact: string) =>
  sdJwt.disclosuresOf(compact).map((disclosure) => {
    if (disclosure === undefined) return undefined;
    const { value: exact, ...rest } = disclosure;
    const value: unknown = JSON.parse(exactText(exact));
    return Object.assign(rest, { value });
  });

test("the disclosures of an SD-JWT are read in their order, claims and list elements", () => {
  const token = [signed, part(["salt", "family_name", "Möbius"]), part(["salt", { a: 1 }]), ""].join("~");

  assert.deepEqual(disclosuresOf(token), [{ name: "family_name", value: "Möbius" }, { value: { a: 1 } }]);
});

test("a key-binding token at the end is not a disclosure", () => {
  assert.deepEqual(disclosuresOf(`${signed}~${part(["salt", "a", null])}~${signed}`), [{ name: "a", value: null }]);
});

/** What is not a disclosure, by what is wrong with it. */
const broken = {
  "not base64url": "!!",
  "of an impossible length": "eyJ4e",
  empty: "",
  "an object": part({}),
  "too short": part(["salt"]),
  "without a salt": part([1, "a", 2]),
  "without a name": part(["s", 1, 2]),
  "too long": part(["s", "a", 1, 2]),
  "nested too deep": Buffer.from(`["s","a",${"[".repeat(5000)}${"]".repeat(5000)}]`).toString("base64url"),
  "a token in the middle": signed,
};

for (const [what, disclosure] of Object.entries(broken)) {
  test(`a disclosure that is ${what} cannot be read, and stops nothing`, () => {
    assert.deepEqual(disclosuresOf(`${signed}~${disclosure}~${part(["s", 1])}~`), [undefined, { value: 1 }]);
  });
}

for (const end of ["~", ""]) {
  test(`hover and panel count the same disclosures, ending with "${end}"`, () => {
    const token = `${signed}~${part(["s", "a", 1])}~eyJ~${part(["s", 2])}${end}`;

    assert.equal(disclosuresOf(token).length, 3);
    assert.equal(describeKind(token, decode(token)), "SD-JWT with 3 disclosures");
  });
}

test("no more than 500 disclosures are read, and none of a token above 4 MB", () => {
  const many = `${signed}${`~${part(["s", "a", 1])}`.repeat(2000)}`;
  const large = `${signed}~${part(["s", "a", "x".repeat(4_194_304)])}~`;

  assert.equal(disclosuresOf(many).length, 500);
  assert.deepEqual(disclosuresOf(large), [undefined]);
});

test("a disclosed number has its own digits", () => {
  const encoded = Buffer.from('["s","n",[12345678901234567890,1.0]]').toString("base64url");

  const [disclosure] = sdJwt.disclosuresOf(`${signed}~${encoded}~`);

  assert.equal(exactText(disclosure?.value ?? null), "[12345678901234567890,1.0]");
});

test("another token has no disclosures", () => {
  assert.deepEqual(disclosuresOf(signed), []);
  assert.deepEqual(disclosuresOf(`${signed}~`), []);
});
