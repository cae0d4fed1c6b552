/** Work that may be left at each `yield` and gone on with later, so that nothing else has to wait for the end of it. */
export type Steps<T> = Generator<undefined, T, void>;

/** How many items, such as lines, are looked at in one step. */
export const STEP = 1000;

/** Does all steps without a pause. */
export function allAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
