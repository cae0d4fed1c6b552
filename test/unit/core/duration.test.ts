import assert from "node:assert/strict";
import { test } from "node:test";
import { describeDuration, parseDuration } from "../../../src/core/duration.ts";

const durations: Readonly<Record<string, number>> = {
  "900": 900,
  "15 min": 900,
  "15min": 900,
  " 15 Minutes ": 900,
  "1 h": 3600,
  "1 hour": 3600,
  "1 h 30 min": 5400,
  "1h, 30m": 5400,
  "1.5 h": 5400,
  "2 days": 172_800,
  "45 s": 45,
  "30 sec": 30,
};

for (const [words, seconds] of Object.entries(durations)) {
  test(`"${words}" is a duration of ${seconds} s`, () => {
    assert.equal(parseDuration(words), seconds);
  });
}

for (const words of ["", "soon", "15 parsecs", "-5 min", "min", "1 h 2", "constructor", "1 constructor", "1e3"]) {
  test(`"${words}" is no duration`, () => {
    assert.equal(parseDuration(words), undefined);
  });
}

test("a duration in words is read back as the same duration", () => {
  for (const seconds of [1, 59, 60, 900, 1200, 3600, 5400, 86_400, 90_000]) {
    assert.equal(parseDuration(describeDuration(seconds)), seconds);
  }
});
