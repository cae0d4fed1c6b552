import assert from "node:assert/strict";

const FACTOR = 8;

/** What is not worth comparing, in milliseconds. */
const FLOOR = 1;

/** How long a reading of the thread's clock is to be trusted, in milliseconds, and how often work is done for one at most. */
const ENOUGH = 40;
const MOST = 100;

/** What is made of a size, and the work with it, which alone is measured. */
interface Measured<T> {
  readonly make: (size: number) => T;
  readonly work: (made: T) => unknown;
}

/**
 * Fails where eight times as much takes far more than eight times as long: 64 times, where it is quadratic. Counts the time
 * of this thread alone, the least of several runs, so that how busy or slow the machine is does not count.
 */
export async function assertLinear<T>(what: string, measured: Measured<T>, size: number): Promise<void> {
  await assertGrowth(what, measured, { size, most: FACTOR * 3 });
}

/** Fails where eight times as much takes much longer at all, counted likewise. */
export async function assertBounded<T>(what: string, measured: Measured<T>, size: number): Promise<void> {
  await assertGrowth(what, measured, { size, most: FACTOR / 2 });
}

async function assertGrowth<T>(
  what: string,
  { make, work }: Measured<T>,
  { size, most }: { readonly size: number; readonly most: number },
): Promise<void> {
  const [small, large] = [await least(make(size), work), await least(make(size * FACTOR), work)];
  const told = `${what}: ${small.toFixed(1)} ms, and ${large.toFixed(1)} ms for ${FACTOR} times as much`;
  assert.ok(large / Math.max(small, FLOOR) < most, told);
}

async function least<T>(made: T, work: (made: T) => unknown): Promise<number> {
  let fewest = Infinity;
  for (let round = 0; round < 3; round += 1) fewest = Math.min(fewest, await timeOf(made, work));
  return fewest;
}

/** The work's share of this thread's time, in milliseconds. Done again until the thread's clock, which ticks slowly, tells it. */
async function timeOf<T>(made: T, work: (made: T) => unknown): Promise<number> {
  const start = process.threadCpuUsage();
  for (let times = 1; ; times += 1) {
    await work(made);
    const { user, system } = process.threadCpuUsage(start);
    const spent = (user + system) / 1000;
    if (spent >= ENOUGH || times >= MOST) return spent / times;
  }
}
