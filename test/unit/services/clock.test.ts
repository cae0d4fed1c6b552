import assert from "node:assert/strict";
import { test } from "node:test";
import { Clock, mostBetween } from "../../../src/services/clock.ts";
import { FakeTime } from "./fakeTime.ts";

const HOUR = 3600;

/** How long after a jump or after waking everything is to be right, in seconds. */
const SOON = 10;

/** An alarm, and what it was told each time it rang. */
function alarmAt(time: FakeTime, clock = new Clock(time)) {
  const rings: { readonly at: number; readonly jumped: boolean }[] = [];
  const alarm = clock.alarm((jumped) => rings.push({ at: time.now, jumped }));
  return { alarm, rings };
}

test("an alarm rings once, right after the earliest moment that it was set to", () => {
  const time = new FakeTime();
  const { alarm, rings } = alarmAt(time);
  const moment = time.now + 100.5;

  for (const each of [moment + 7, undefined, moment, moment + 3, Infinity]) alarm.set(each);
  time.pass(200);

  assert.equal(rings.length, 1);
  const [{ at, jumped } = { at: 0, jumped: true }] = rings;
  assert.equal(jumped, false);
  assert.ok(at > moment && at < moment + 0.1, String(at - moment));
});

test("an alarm that was stopped does not ring, and can be set again", () => {
  const time = new FakeTime();
  const { alarm, rings } = alarmAt(time);

  alarm.set(time.now + 1);
  alarm.stop();
  time.pass(5);
  assert.equal(rings.length, 0);

  alarm.set(time.now + 1);
  time.pass(5);
  assert.equal(rings.length, 1);
});

test("no timer runs while no alarm is set, and one for all that are", () => {
  const time = new FakeTime();
  const clock = new Clock(time);
  const [one, other] = [alarmAt(time, clock).alarm, alarmAt(time, clock).alarm];
  assert.equal(time.timers, 0);

  one.set(time.now + 60);
  other.set(Infinity);
  assert.equal(time.timers, 1);
  time.pass(61);
  assert.equal(time.timers, 1);

  other.dispose();
  assert.equal(time.timers, 0);
});

for (const seconds of [HOUR, 30 * HOUR, -HOUR, -60 * HOUR]) {
  test(`a clock that is set by ${seconds / HOUR} h rings every alarm soon, once`, () => {
    const time = new FakeTime();
    const clock = new Clock(time);
    const alarms = [time.now + 14 * 60, time.now + 20 * HOUR, Infinity].map((moment) => {
      const { alarm, rings } = alarmAt(time, clock);
      alarm.set(moment);
      return rings;
    });
    time.pass(60);
    assert.deepEqual(alarms, [[], [], []]);

    time.jump(seconds);
    time.pass(SOON);

    for (const rings of alarms)
      assert.deepEqual(
        rings.map(({ jumped }) => jumped),
        [true],
      );
    assert.equal(time.timers, 0);
  });
}

for (const steady of ["stops", "goes on"] as const) {
  test(`after a sleep in which the steady clock ${steady}, what came due meanwhile rings soon`, () => {
    const time = new FakeTime();
    const { alarm, rings } = alarmAt(time);
    alarm.set(time.now + 14 * 60);
    time.pass(1);

    time.sleep(30 * HOUR, { steady });
    assert.equal(rings.length, 0);
    time.pass(SOON);

    assert.deepEqual(
      rings.map(({ jumped }) => jumped),
      [steady === "stops"],
    );
  });
}

test("a jump between two alarms' moments, and back again, is noticed each time by who sets its alarm again", () => {
  const time = new FakeTime();
  const clock = new Clock(time);
  const jumps: boolean[] = [];
  const alarm = clock.alarm((jumped) => {
    jumps.push(jumped);
    alarm.set(Infinity);
  });
  alarm.set(Infinity);

  for (const seconds of [HOUR, -HOUR, 30 * HOUR, -60 * HOUR]) {
    time.jump(seconds);
    time.pass(SOON);
  }

  assert.deepEqual(jumps, [true, true, true, true]);
});

test("a clock that is adjusted bit by bit does not count as one that was set", () => {
  const time = new FakeTime();
  const { alarm, rings } = alarmAt(time);
  alarm.set(Infinity);

  for (let minute = 0; minute < 600; minute += 1) {
    time.pass(60);
    time.jump(0.03);
  }

  assert.deepEqual(rings, []);
});

test("an alarm that was moved by a small step rings when its moment has come, not before", () => {
  const time = new FakeTime();
  const { alarm, rings } = alarmAt(time);
  const moment = time.now + 1.5;
  alarm.set(moment);

  time.jump(-0.9);
  time.pass(10);

  assert.equal(rings.length, 1);
  assert.ok((rings[0]?.at ?? 0) > moment);
});

test("an alarm that fails keeps no other from ringing", () => {
  const time = new FakeTime();
  const clock = new Clock(time);
  const failing = clock.alarm(() => {
    throw new Error("broken");
  });
  const { alarm, rings } = alarmAt(time, clock);
  failing.set(time.now + 1);
  alarm.set(time.now + 1);

  assert.throws(() => time.pass(2), /broken/);

  assert.equal(rings.length, 1);
});

test("between two readings lies as much as either clock says, however the wall clock was set", () => {
  const time = new FakeTime();
  const before = time.read();
  time.pass(3);
  assert.equal(mostBetween(before, time.read()), 3);

  time.jump(-3);
  assert.equal(mostBetween(before, time.read()), 3);
  time.jump(-HOUR);
  assert.equal(mostBetween(before, time.read()), HOUR);
  time.jump(30 * HOUR);
  assert.equal(mostBetween(before, time.read()), 29 * HOUR);
});
