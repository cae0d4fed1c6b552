import type { Steps } from "../core/steps.ts";

/** How long work goes on before everything else has its turn, in milliseconds. */
const SLICE = 20;

/**
 * Does work in slices, so that it keeps nobody waiting however much it is: what is done within one slice is done at once.
 * Undefined once `isLeft` says that nobody wants the outcome any more. Throws what the work throws.
 */
export async function inSlices<T>(steps: Steps<T>): Promise<T>;
export async function inSlices<T>(steps: Steps<T>, isLeft: () => boolean): Promise<T | undefined>;
export async function inSlices<T>(steps: Steps<T>, isLeft = () => false): Promise<T | undefined> {
  for (let step: IteratorResult<undefined, T> | undefined = slice(steps); ;) {
    if (step.done === true) return step.value;
    step = await inTurn(() => (isLeft() ? undefined : slice(steps)));
    if (step === undefined) return undefined;
  }
}

function slice<T>(steps: Steps<T>): IteratorResult<undefined, T> {
  const end = performance.now() + SLICE;
  let step = steps.next();
  while (step.done !== true && performance.now() < end) step = steps.next();
  return step;
}

let lastTurn: Promise<unknown> = Promise.resolve();

/** A timer that is set while a slice runs is due at its end, and would go before all else: so only the end sets the next. */
async function inTurn<T>(work: () => T): Promise<T> {
  const turn = lastTurn.then(async () => new Promise<void>((resolve) => setTimeout(resolve))).then(work);
  lastTurn = turn.catch(() => undefined);
  return turn;
}
