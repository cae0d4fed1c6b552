/** The time in seconds since the epoch, with a fraction: what the machine's clock shows, which goes back when it is set back. */
export const now = (): number => Date.now() / 1000;

/** What the machine's two clocks show at one moment, in seconds. */
export interface Reading {
  /** Since the epoch. Whoever sets the clock moves it. */
  readonly wall: number;
  /** Since some moment. Nobody sets it; on some systems it stops while the machine sleeps. */
  readonly steady: number;
}

export const readClocks = (): Reading => ({ wall: now(), steady: performance.now() / 1000 });

/** How many seconds have passed between two readings at most, whatever was done to the clock: as many as either clock says. */
export const mostBetween = (before: Reading, after: Reading): number =>
  Math.max(Math.abs(after.wall - before.wall), after.steady - before.steady);

/** How far apart the clocks may drift before it counts as a jump, in seconds: as far as half an hour of NTP's corrections. */
const DRIFT = 1;

/** Whether the clock was set, or the machine slept. */
const hasJumped = (before: Reading, after: Reading): boolean =>
  Math.abs(after.wall - before.wall - (after.steady - before.steady)) > DRIFT;

/** Where a `Clock` gets the time. */
export interface TimeSource {
  readonly read: () => Reading;
  /** Calls back once, after some seconds in which the machine is awake. Returns what takes that back. */
  readonly after: (seconds: number, act: () => void) => () => void;
}

const machine: TimeSource = {
  read: readClocks,
  after(seconds, act) {
    const timer = setTimeout(act, seconds * 1000);
    return () => clearTimeout(timer);
  },
};

/** Rings once: right after the earliest moment that it was set to, or soon after a jump, whichever comes first. */
export interface Alarm {
  /** A NumericDate. `Infinity`: rings only after a jump. `undefined`: sets nothing. */
  readonly set: (moment: number | undefined) => void;
  /** Forgets what it was set to. */
  readonly stop: () => void;
  readonly dispose: () => void;
}

/** `jumped`: the clock was set since it was last looked at, or the machine slept. */
type Ring = (jumped: boolean) => void;

/** How often the clock is looked at while an alarm is set, in seconds. A longer timer would sleep with the machine. */
const LOOK = 2;

/** How long after a moment its alarm rings, in seconds: timers may be early. */
const GRACE = 0.02;

/** Waits for moments. A timer alone knows neither of sleep nor of a clock that was set. No timer runs while no alarm is set. */
export class Clock {
  readonly #source: TimeSource;
  readonly #moments = new Map<Ring, number>();
  #seen: Reading;
  /** When the clock is looked at next, by the steady clock. */
  #nextLook = Infinity;
  #cancel = (): void => undefined;

  constructor(source = machine) {
    this.#source = source;
    this.#seen = source.read();
  }

  /** Each alarm needs a function of its own. */
  alarm(ring: Ring): Alarm {
    const stop = () => this.#stop(ring);
    return {
      set: (moment) => {
        const known = this.#moments.get(ring);
        if (moment === undefined || (known !== undefined && moment >= known)) return;
        this.#moments.set(ring, moment);
        this.#plan(moment);
      },
      stop,
      dispose: stop,
    };
  }

  #stop(ring: Ring): void {
    this.#moments.delete(ring);
    if (this.#moments.size > 0) return;
    this.#cancel();
    this.#nextLook = Infinity;
  }

  #plan(moment: number): void {
    const { wall, steady } = this.#source.read();
    const wait = Math.min(LOOK, Math.max(0, moment - wall) + GRACE);
    if (steady + wait >= this.#nextLook) return;
    this.#cancel();
    this.#nextLook = steady + wait;
    this.#cancel = this.#source.after(wait, () => this.#look());
  }

  #look(): void {
    const seen = this.#source.read();
    const jumped = hasJumped(this.#seen, seen);
    const due = [...this.#moments].filter(([, moment]) => jumped || moment < seen.wall).map(([ring]) => ring);
    this.#seen = seen;
    this.#nextLook = Infinity;
    for (const ring of due) this.#moments.delete(ring);
    for (const moment of this.#moments.values()) this.#plan(moment);
    ringEach(due, jumped);
  }
}

/** An alarm that fails keeps no other from ringing. */
function ringEach([ring, ...others]: readonly Ring[], jumped: boolean): void {
  try {
    ring?.(jumped);
  } finally {
    if (others.length > 0) ringEach(others, jumped);
  }
}
