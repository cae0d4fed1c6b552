import assert from "node:assert/strict";

const FACTOR = 8;

/** What is not worth comparing, in milliseconds. */
const FLOOR = 2;

/**
 * Fails where eight times as much takes far more than eight times as long: 64 times, where it is quadratic. Counts the time
 * of this thread alone, the least of several runs, so that how busy or slow the machine is does not count.
 */
export function assertLinear(what: string, work: (size: number) => unknown, size: number): void {
  const [small, large] = [least(() => work(size)), least(() => work(size * FACTOR))];
  const times = large / Math.max(small, FLOOR);
  assert.ok(
    times < FACTOR * 3,
    `${what}: ${small.toFixed(1)} ms, and ${large.toFixed(1)} ms for ${FACTOR} times as much`,
  );
}

function least(work: () => unknown): number {
  const runs = Array.from({ length: 3 }, () => {
    const start = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...runs);
}
