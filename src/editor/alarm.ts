import * as vscode from "vscode";
import { type Alarm, createAlarm } from "../services/alarm.ts";
import { visibleEditors } from "./requestDocument.ts";

/** An alarm that runs no timer while no file with requests is in sight. */
export function createSightAlarm(ring: () => void): Alarm {
  const alarm = createAlarm(ring);
  const sight = vscode.window.onDidChangeVisibleTextEditors(() => {
    if (visibleEditors().length === 0) alarm.stop();
  });
  return { ...alarm, dispose: () => vscode.Disposable.from(alarm, sight).dispose() };
}
