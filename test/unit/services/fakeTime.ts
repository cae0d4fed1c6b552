import type { Reading, TimeSource } from "../../../src/services/clock.ts";

interface Timer {
  /** By the steady clock. */
  due: number;
  readonly act: () => void;
}

/** Two clocks to set, in seconds, with timers that run by the steady one. */
export class FakeTime implements TimeSource {
  #wall = 1_800_000_000;
  #steady = 0;
  readonly #timers = new Set<Timer>();

  readonly read = (): Reading => ({ wall: this.#wall, steady: this.#steady });

  readonly after = (seconds: number, act: () => void) => {
    const timer = { due: this.#steady + seconds, act };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  };

  get now(): number {
    return this.#wall;
  }

  /** How many timers run. */
  get timers(): number {
    return this.#timers.size;
  }

  /** Lets seconds pass, and whatever is due in them happen. */
  pass(seconds: number): void {
    const end = this.#steady + seconds;
    for (;;) {
      const [next] = [...this.#timers].filter(({ due }) => due <= end).toSorted((a, b) => a.due - b.due);
      this.#forward((next?.due ?? end) - this.#steady);
      if (next === undefined) return;
      this.#timers.delete(next);
      next.act();
    }
  }

  #forward(seconds: number): void {
    this.#wall += seconds;
    this.#steady += seconds;
  }

  /** Sets the clock forward or back. */
  jump(seconds: number): void {
    this.#wall += seconds;
  }

  /** No timer runs meanwhile. On some systems the steady clock goes on. */
  sleep(seconds: number, { steady }: { readonly steady: "stops" | "goes on" }): void {
    this.#wall += seconds;
    if (steady === "stops") return;
    this.#steady += seconds;
    // What was left of each timer still has to pass.
    for (const timer of this.#timers) timer.due += seconds;
  }
}
