import assert from "node:assert/strict";
import { test } from "node:test";
import { type ExactJson, exactText } from "../../../../../src/core/exactJson.ts";
import { compareMembers, differences } from "../../../../../src/core/token/read/compare.ts";
import { exact } from "../../plain.ts";
import { compactOf } from "../../../../tokens.ts";

const compared = (left: string, right: string) => compareMembers(exact(left), exact(right));
const textOf = (value: ExactJson | undefined) => (value === undefined ? "" : exactText(value));

test("members stand beside each other, what only the right side has at the end", () => {
  const members = compared('{"b":1,"a":null,"c":2}', '{"d":3,"c":2,"b":4}');

  assert.deepEqual(
    members.map(({ name, left, right, same }) => [name, textOf(left), textOf(right), same]),
    [
      ["b", "1", "4", false],
      ["a", "null", "", false],
      ["c", "2", "2", true],
      ["d", "", "3", false],
    ],
  );
});

test("the order of members inside a value makes no difference, the order of a list does", () => {
  assert.equal(compared('{"a":{"x":1,"y":[1,{"p":1,"q":2}]}}', '{"a":{"y":[1,{"q":2,"p":1}],"x":1}}')[0]?.same, true);
  assert.equal(compared('{"a":[1,2]}', '{"a":[2,1]}')[0]?.same, false);
});

test("numbers are the same digit for digit alone", () => {
  const pairs = [
    ["12345678901234567890", "12345678901234567891"],
    ["9007199254740993", "9007199254740992"],
    ["0.1234567890123456789", "0.1234567890123456788"],
    ["1e400", "1e401"],
    ["1.0", "1"],
    ["-0", "0"],
  ];
  for (const [left = "", right = ""] of pairs) {
    assert.equal(compared(`{"a":[${left}]}`, `{"a":[${right}]}`)[0]?.same, false, left);
    assert.equal(compared(`{"a":[${left}]}`, `{"a":[${left}]}`)[0]?.same, true, left);
  }
});

test("an inherited name is no member", () => {
  assert.deepEqual(compared("{}", '{"toString":"x"}'), [{ name: "toString", right: "x", same: false }]);
});

const token = (header: object, claims: object) => compactOf({ alg: "HS256", ...header }, claims);

test("what differs is named, also what only one token has; the order of members does not count", () => {
  const a = token({ kid: "1" }, { iss: "i", aud: ["x"], exp: 1, toString: "t" });
  const b = token({ typ: "JWT" }, { exp: 2, aud: ["x"], iss: "i" });

  assert.deepEqual(differences(a, b), { header: ["kid", "typ"], claims: ["exp", "toString"] });
  assert.deepEqual(differences(a, a), { header: [], claims: [] });
});
