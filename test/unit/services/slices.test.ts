import assert from "node:assert/strict";
import { test } from "node:test";
import type { Steps } from "../../../src/core/steps.ts";
import { inSlices } from "../../../src/services/slices.ts";

/** Work of so many steps, each of which keeps the thread for some milliseconds. */
function* busy(steps: number, each: number, done: (step: number) => void = () => undefined): Steps<string> {
  for (let step = 0; step < steps; step++) {
    const end = performance.now() + each;
    while (performance.now() < end);
    done(step);
    yield;
  }
  return "done";
}

function* failing(after: number): Steps<void> {
  yield* busy(after, 5);
  throw new Error("failed");
}

/** Notes each turn of the event loop, in which files and sockets are heard too. */
function beats(note: () => void) {
  let timer = setImmediate(function beat() {
    note();
    timer = setImmediate(beat);
  });
  return () => clearImmediate(timer);
}

test("what is little is done without waiting for a turn", async () => {
  let isDone = false;
  const work = inSlices(busy(3, 0)).then(() => (isDone = true));

  await Promise.resolve();
  await Promise.resolve();

  assert.ok(isDone);
  await work;
});

test("others have their turn while much is done", async () => {
  const order: string[] = [];
  const stop = beats(() => order.push("beat"));

  assert.equal(await inSlices(busy(30, 5, () => order.push("step"))), "done");

  stop();
  assert.equal(order.filter((each) => each === "step").length, 30);
  // Between the first step and the last, and not only behind them.
  assert.ok(order.slice(0, order.lastIndexOf("step")).includes("beat"));
});

test("of several works that take long, one at a time goes on before others have their turn", async () => {
  const order: string[] = [];
  const stop = beats(() => order.push("beat"));

  await Promise.all(["a", "b", "c"].map((name) => inSlices(busy(20, 10, () => order.push(name)))));

  stop();
  const [, ...later] = order.join(" ").split(/(?: ?beat ?)+/);
  assert.ok(later.length > 10);
  for (const turn of later) assert.ok(new Set(turn.split(" ")).size <= 1, turn);
});

test("work that nobody wants any more is left", async () => {
  let steps = 0;
  let isLeft = false;
  const work = inSlices(
    busy(1000, 5, () => {
      steps += 1;
      isLeft = steps > 10;
    }),
    () => isLeft,
  );

  assert.equal(await work, undefined);
  assert.ok(steps < 100);
});

test("what the work throws is thrown, in the first slice and later", async () => {
  await assert.rejects(inSlices(failing(0)), /failed/);
  await assert.rejects(inSlices(failing(20)), /failed/);
});
