/** Work that may be left at each `yield` and gone on with later, so that nothing else has to wait for the end of it. */
export type Steps<T> = Generator<undefined, T, void>;

/** How much of what is looked at one by one, such as lines, goes into a step. */
export const STEP = 1000;

/** Does all of it at once. */
export function allAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
