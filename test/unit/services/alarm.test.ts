import assert from "node:assert/strict";
import { test } from "node:test";
import { createAlarm } from "../../../src/services/alarm.ts";
import { now } from "../../../src/services/clock.ts";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("an alarm rings once, right after the earliest moment it was set to", async () => {
  const rings: number[] = [];
  const alarm = createAlarm(() => rings.push(now()));
  const [later, earlier] = [now() + 0.2, now() + 0.05];

  for (const moment of [later, undefined, earlier, later]) alarm.set(moment);
  await pause(400);

  assert.equal(rings.length, 1);
  assert.ok((rings[0] ?? 0) >= earlier);
});

test("an alarm that was stopped does not ring, and can be set again", async () => {
  let rings = 0;
  const alarm = createAlarm(() => (rings += 1));

  alarm.set(now() + 0.02);
  alarm.stop();
  await pause(100);
  assert.equal(rings, 0);

  alarm.set(now() + 0.02);
  await pause(100);
  assert.equal(rings, 1);
  alarm.dispose();
});
