let last = 0;

/**
 * The time in seconds since the epoch, with a fraction. Each call returns a later time than the one before,
 * by a microsecond at least, so that identifiers made from it differ.
 */
export function now(): number {
  last = Math.max(Date.now() / 1000, last + 0.000_001);
  return last;
}
