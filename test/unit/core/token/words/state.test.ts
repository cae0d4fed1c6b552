import assert from "node:assert/strict";
import { test } from "node:test";
import { describeMoment, nextChange, stateWords } from "../../../../../src/core/token/words/state.ts";

const NOW = 1_760_000_000;

const rows: readonly (readonly [claims: Record<string, number | string>, text: string, until: number | undefined])[] = [
  [{ exp: NOW + 59.5 }, "expires in 0:59", NOW + 0.5],
  [{ exp: NOW + 0.5 }, "expires in 0:00", NOW + 0.5],
  [{ exp: NOW + 767 }, "expires in 12:40", NOW + 7],
  [{ exp: NOW + 4000 }, "expires in 1:06:00", NOW + 40],
  [{ exp: NOW + 400 * 86_400 }, "expires in 400 d", NOW],
  [{ exp: NOW }, "expired 0 s ago", NOW + 1],
  [{ exp: NOW - 185 }, "expired 3 min ago", NOW + 55],
  [{ nbf: NOW + 125 }, "not valid for another 2 min", NOW + 5],
  [{ iat: NOW - 47 }, "no expiry, 40 s old", NOW + 3],
  [{ iat: NOW + 47.5 }, "no expiry", NOW + 0.5],
  [{ sub: 1 }, "no expiry", undefined],
  [{ exp: String(NOW + 60) }, "expiry unreadable", undefined],
];

for (const [claims, text, until] of rows) {
  test(`${JSON.stringify(claims)} is told as "${text}"`, () => {
    assert.deepEqual(stateWords(claims, NOW), { text, until });
  });
}

test("words that are to stay a while are told in longer steps, down to the last of them", () => {
  assert.deepEqual(stateWords({ exp: NOW + 59.5 }, NOW, 10), { text: "expires in 0:50", until: NOW + 9.5 });
  assert.deepEqual(stateWords({ exp: NOW + 9.5 }, NOW, 10), { text: "expires in 0:09", until: NOW + 0.5 });
  assert.deepEqual(stateWords({ exp: NOW + 767 }, NOW, 10), stateWords({ exp: NOW + 767 }, NOW));
});

test("words change right after the moment they name, and not before", () => {
  for (let left = 7300.25; left > 0; left -= 0.5) {
    const { text, until = 0 } = stateWords({ exp: NOW + left }, NOW);
    assert.equal(stateWords({ exp: NOW + left }, Math.max(NOW, until - 0.001)).text, text, String(left));
    if (left > 1) assert.notEqual(stateWords({ exp: NOW + left }, until + 0.001).text, text, String(left));
  }
});

test("the next change of state is the nearest nbf or exp ahead", () => {
  assert.equal(nextChange({ nbf: NOW + 5, exp: NOW + 9 }, NOW), NOW + 5);
  assert.equal(nextChange({ nbf: NOW, exp: NOW + 9 }, NOW), NOW + 9);
  assert.equal(nextChange({ exp: NOW }, NOW), Infinity);
  assert.equal(nextChange({ iat: NOW }, NOW), undefined);
  assert.equal(nextChange(undefined, NOW), undefined);
});

test("a NumericDate that no calendar reaches stands as it is", () => {
  assert.equal(describeMoment(NOW), "on 2025-10-09 08:53:20 UTC");
  assert.equal(describeMoment(1e300), "too large to be a date");
});
