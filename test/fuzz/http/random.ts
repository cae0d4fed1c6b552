/** Choices that are the same for the same seed. */
export interface Random {
  /** A whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly one: <T>(from: readonly [T, ...T[]]) => T;
  /** Up to `limit` of them, each as often as it comes. */
  readonly some: <T>(from: readonly [T, ...T[]], limit: number) => readonly T[];
}

/** Mulberry32: each seed gives a sequence of its own. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const one = <T>(from: readonly [T, ...T[]]): T => from[below(from.length)] ?? from[0];
  return {
    below,
    one,
    chance: (probability) => next() < probability,
    some: (from, limit) => Array.from({ length: below(limit + 1) }, () => one(from)),
  };
}
