import { AllowedCalls, type Answer, type CallQuestion } from "../../../../src/services/calls/allowedCalls.ts";
import type { CallSubject } from "../../../../src/services/calls/answers.ts";
import type { CallsMode } from "../../../../src/services/settings.ts";
import { type Machine, newEmitter, newMachine, stateOf } from "../keys/windows.ts";

/** A window in which a person answers what a test says, and what was asked there. */
export interface AnsweringWindow {
  readonly allowedCalls: AllowedCalls;
  readonly asked: (readonly [CallSubject, CallQuestion])[];
  mode: CallsMode;
  folders: readonly string[];
  /** The next answers; none: not now. */
  answers: readonly Answer[];
}

export function answeringWindow(machine: Machine = newMachine()): AnsweringWindow {
  const asked: AnsweringWindow["asked"] = [];
  const window: Omit<AnsweringWindow, "allowedCalls"> = { asked, mode: "ask", folders: ["file:///a"], answers: [] };
  const allowedCalls = new AllowedCalls({
    memento: stateOf(machine),
    changed: newEmitter<void>(),
    mode: () => window.mode,
    folders: () => window.folders,
    async ask(subject, question) {
      asked.push([subject, question]);
      await Promise.resolve();
      const [answer, ...rest] = window.answers;
      window.answers = rest;
      return answer;
    },
  });
  return Object.assign(window, { allowedCalls });
}
