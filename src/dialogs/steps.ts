/** Thrown by a prompt when the user presses Back. Not a failure: `runSteps` catches it. */
export class Back extends Error {
  override readonly name = "Back";
}

/** Where a prompt stands in a series. */
export interface Place {
  readonly title: string;
  readonly step?: number;
  readonly totalSteps?: number;
  /** Whether there is a step before it. */
  readonly back?: boolean;
}

/** Asks one thing and returns the state with the answer in it. A prompt inside throws `Back` or CancellationError. */
export type Step<State> = (state: State, place: Place) => Promise<State>;

/** Runs a series of prompts. Back returns to the prompt before, with the answers kept. */
export async function runSteps<State>(title: string, steps: readonly Step<State>[], initial: State): Promise<State> {
  let state = initial;
  for (let index = 0; index < steps.length;) {
    const place = { title, step: index + 1, totalSteps: steps.length, back: index > 0 };
    try {
      state = (await steps[index]?.(state, place)) ?? state;
      index += 1;
    } catch (error) {
      if (!(error instanceof Back)) throw error;
      index = Math.max(0, index - 1);
    }
  }
  return state;
}
