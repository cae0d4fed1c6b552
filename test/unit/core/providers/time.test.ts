import assert from "node:assert/strict";
import { test } from "node:test";
import { parseTime } from "../../../../src/core/providers/time.ts";

const NOW = 1_760_000_000;

const times: Readonly<Record<string, number | undefined>> = {
  now: NOW,
  none: undefined,
  "now-60": NOW - 60,
  "now + 15m": NOW + 900,
  "+15m": NOW + 900,
  "-1 h 30 min": NOW - 5400,
  "1h": NOW + 3600,
  "2 days": NOW + 172_800,
  "1760000000": NOW,
  "2026-01-31T12:00:00Z": 1_769_860_800,
};

for (const [text, time] of Object.entries(times))
  test(`"${text}" is read as a time`, () => assert.equal(parseTime(text, NOW, "Issued at"), time));

test("what is not a time is refused", () => {
  for (const text of ["", "soon", "now-", "+", "now-60x", "1 fortnight", "--5", "now now"])
    assert.throws(() => parseTime(text, NOW, "Issued at"), { code: "INPUT_INVALID" }, text);
});
