import assert from "node:assert/strict";
import { test } from "node:test";
import { compareMembers } from "../../../../../src/core/token/read/compareMembers.ts";

test("members stand beside each other, what only the right side has at the end", () => {
  assert.deepEqual(compareMembers({ b: 1, a: null, c: 2 }, { d: 3, c: 2, b: 4 }), [
    { name: "b", left: 1, right: 4, same: false },
    { name: "a", left: null, same: false },
    { name: "c", left: 2, right: 2, same: true },
    { name: "d", right: 3, same: false },
  ]);
});

test("the order of members inside a value makes no difference, the order of a list does", () => {
  assert.equal(compareMembers({ a: { x: 1, y: [1, 2] } }, { a: { y: [1, 2], x: 1 } })[0]?.same, true);
  assert.equal(compareMembers({ a: [1, 2] }, { a: [2, 1] })[0]?.same, false);
});

test("an inherited name is no member", () => {
  assert.deepEqual(compareMembers({}, { toString: "x" }), [{ name: "toString", right: "x", same: false }]);
});
