import type * as vscode from "vscode";
import { now } from "./clock.ts";

/** Rings once, right after the earliest moment that was asked for. */
export interface Alarm extends vscode.Disposable {
  /** A NumericDate. */
  readonly set: (moment: number | undefined) => void;
  /** Forgets what was asked for. */
  readonly stop: () => void;
}

// setTimeout takes no more than 2³¹ ms. Ringing early does no harm.
const LONGEST = 86_400_000;

export function createAlarm(ring: () => void): Alarm {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let earliest = Infinity;
  const stop = () => {
    clearTimeout(timer);
    earliest = Infinity;
  };
  return {
    set(moment) {
      if (moment === undefined || moment >= earliest) return;
      stop();
      earliest = moment;
      const wait = Math.min(LONGEST, Math.max(0, moment - now()) * 1000 + 20);
      timer = setTimeout(() => {
        stop();
        ring();
      }, wait);
    },
    stop,
    dispose: stop,
  };
}
