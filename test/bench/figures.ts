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

/** Times two things in turn, so that both meet the same machine, after rounds that do not count. Milliseconds a round. */
export async function timeInTurn(
  rounds: number,
  work: readonly [() => PromiseLike<unknown>, () => PromiseLike<unknown>],
): Promise<readonly [number[], number[]]> {
  const runs: [number[], number[]] = [[], []];
  for (let round = -rounds; round < rounds; round += 1) {
    for (const [index, one] of work.entries()) {
      const start = performance.now();
      await one();
      if (round >= 0) runs[index]?.push(performance.now() - start);
    }
  }
  return runs;
}
