export interface TickingView {
  readonly node: Element;
  /** Brings it up to date; `now` in seconds since the epoch. */
  tick(now: number): void;
}
