/** Work that may be left at each `yield` and gone on with later, so that nothing else has to wait for the end of it. */
export type Steps<T> = Generator<void, T, void>;

/** Does all of it at once. */
export function allAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
