/** What the figures of a run are worth: the middle one, and how far they spread. Milliseconds. */
export function describeRuns(runs: readonly number[]): string {
  const sorted = runs.toSorted((a, b) => a - b);
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
  return `${format(median(runs))} (${format(least)}–${format(most)})`;
}

export function median(runs: readonly number[]): number {
  const sorted = runs.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export const format = (value: number): string => value.toFixed(value < 10 ? 3 : 1);

/** Times something that is done again and again, after a few rounds that do not count. Milliseconds a round. */
export async function timeRounds(rounds: number, work: () => PromiseLike<unknown>): Promise<number[]> {
  const runs: number[] = [];
  for (let round = -Math.ceil(rounds / 5); round < rounds; round += 1) {
    const start = performance.now();
    await work();
    if (round >= 0) runs.push(performance.now() - start);
  }
  return runs;
}
