import assert from "node:assert/strict";
import { test } from "node:test";
import { timelineOf } from "../../../../../src/core/token/words/timeline.ts";

const namesOf = (claims: Record<string, number>, now: number) =>
  timelineOf(claims, now)?.marks.map(({ names }) => names.join(" "));

test("the marks of a time line stand in the order of their moments, equal ones together", () => {
  assert.deepEqual(namesOf({ iat: 0, nbf: 0, exp: 900 }, 400), ["iat nbf", "now", "exp"]);
  assert.deepEqual(namesOf({ iat: 0, nbf: 60, exp: 900 }, 1000.9), ["iat", "nbf", "exp", "now"]);
  assert.deepEqual(namesOf({ iat: 10 }, 10.5), ["iat now"]);
  assert.deepEqual(namesOf({ exp: 5, nbf: 9 }, 7), ["exp", "now", "nbf"]);
});

test("marks keep a readable distance whatever their moments, and stay on the line", () => {
  for (const now of [-1e12, 0, 1, 899, 901, 1e12]) {
    const marks = timelineOf({ iat: 0, nbf: 1, exp: 900 }, now)?.marks ?? [];
    marks.slice(1).forEach(({ at }, index) => assert.ok(at - (marks[index]?.at ?? 0) > 0.08, `${now}`));
    assert.ok((marks[0]?.at ?? -1) >= 0 && (marks.at(-1)?.at ?? 2) <= 1.000_001);
  }
});

test("half of a token's life is half of the line's", () => {
  const { marks = [] } = timelineOf({ iat: 0, exp: 900 }, 450) ?? {};

  assert.ok(Math.abs((marks[1]?.at ?? 0) - 0.5) < 0.001);
});

test("the usable part goes from nbf, else iat, to exp, else the end of the line", () => {
  const { marks = [], valid } = timelineOf({ iat: 0, nbf: 100, exp: 900 }, 500) ?? {};

  assert.deepEqual(valid, { from: marks[1]?.at, to: marks[3]?.at });
  assert.equal(timelineOf({ iat: 0 }, 100)?.valid.to, 1);
  const reversed = timelineOf({ nbf: 900, exp: 100 }, 500)?.valid;
  assert.equal(reversed?.from, reversed?.to);
});

test("a token without times has no line", () => {
  assert.equal(timelineOf({ sub: "a" }, 0), undefined);
});
