import * as vscode from "vscode";
import { now } from "../services/clock.ts";
import { visibleEditors } from "./requestDocument.ts";

/** Rings once, right after the earliest moment that was asked for. */
export interface Alarm extends vscode.Disposable {
  /** A NumericDate. */
  readonly set: (moment: number | undefined) => void;
}

// setTimeout takes no more than 2³¹ ms. Ringing early does no harm.
const LONGEST = 86_400_000;

/** Runs no timer while no file with requests is in sight. */
export function createAlarm(ring: () => void): Alarm {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let earliest = Infinity;
  const stop = () => {
    clearTimeout(timer);
    earliest = Infinity;
  };
  const sight = vscode.window.onDidChangeVisibleTextEditors(() => {
    if (visibleEditors().length === 0) stop();
  });
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
    dispose() {
      stop();
      sight.dispose();
    },
  };
}
