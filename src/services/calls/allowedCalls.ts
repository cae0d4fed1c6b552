import type * as vscode from "vscode";
import { canonicalJson } from "../../core/json.ts";
import {
  type AllowedCall,
  allowedIn,
  allowedWords,
  type CallSubject,
  isAllowed,
  readAnswers,
  withAnswers,
  withoutAnswers,
} from "./answers.ts";
import { globalKey } from "../stateKeys.ts";
import type { CallsMode } from "../settings.ts";
import { callNotAllowed, callsRefused } from "./errors.ts";

/** What a person may answer. */
export type Answer = "folder" | "everywhere" | "once";

export interface CallQuestion {
  readonly answers: readonly Answer[];
  /** Whether a person may have run the command. */
  readonly byHand: boolean;
}

/** What the answers depend on besides themselves. */
interface Surroundings {
  /** Apart from the workspace, which must not bring answers of its own. */
  readonly memento: vscode.Memento;
  readonly changed: vscode.EventEmitter<void>;
  readonly mode: () => CallsMode;
  /** The URIs of the folders that are open. */
  readonly folders: () => readonly string[];
  /** Asks a person. Undefined: not now. */
  readonly ask: (subject: CallSubject, question: CallQuestion) => Promise<Answer | undefined>;
}

/** Decides whether a stored key may sign for who calls a command by argument: VS Code does not say who that is. */
export class AllowedCalls {
  readonly #around: Surroundings;
  /** Questions that wait for their answer, so that calls at once ask one. */
  readonly #asking = new Map<string, Promise<Answer | undefined>>();
  #state: unknown;
  #answers: readonly AllowedCall[] = [];
  /** One after the other: the state that comes back from VS Code after a change replaces a later one. */
  #writing: Promise<void> = Promise.resolve();

  /** Fires when an answer is given or forgotten in this window. */
  readonly onDidChange: vscode.Event<void>;

  constructor(around: Surroundings) {
    this.#around = around;
    this.onDidChange = around.changed.event;
  }

  /** The answers of this machine, in the order they were given. */
  list(): readonly AllowedCall[] {
    const state = this.#around.memento.get<unknown>(globalKey.allowedCalls);
    if (state !== this.#state) this.#answers = readAnswers(state);
    this.#state = state;
    return this.#answers;
  }

  /** What calls may do with a subject, in words; undefined where a person is asked first. */
  words(subject: CallSubject): string | undefined {
    const mode = this.#around.mode();
    if (mode === "ask") return allowedWords(this.list(), subject, this.#around.folders());
    return mode === "allow" ? "allowed by your settings" : "refused by your settings";
  }

  /** Asks where the setting and the answers so far say nothing. Throws CALL_NOT_ALLOWED unless it is allowed. */
  async require(subject: CallSubject): Promise<void> {
    if (this.#allows(subject)) return;
    if (this.#around.mode() === "refuse") throw callsRefused();
    if ((await this.#ask(subject, { answers: ["folder", "everywhere"], byHand: false })) === undefined)
      throw callNotAllowed(subject);
  }

  /** The same for a command that may have been run by a person, whom the setting refuses nothing. Resolves to whether it is allowed. */
  async confirm(subject: CallSubject): Promise<boolean> {
    if (this.#allows(subject)) return true;
    const answers: readonly Answer[] = this.#around.mode() === "refuse" ? ["once"] : ["folder", "everywhere"];
    return (await this.#ask(subject, { answers, byHand: true })) !== undefined;
  }

  async forget(answers: readonly AllowedCall[]): Promise<void> {
    await this.#write((all) => withoutAnswers(all, answers));
  }

  #allows(subject: CallSubject): boolean {
    const mode = this.#around.mode();
    return mode === "ask" ? isAllowed(this.list(), subject, this.#around.folders()) : mode === "allow";
  }

  async #ask(subject: CallSubject, question: CallQuestion): Promise<Answer | undefined> {
    const id = canonicalJson([subject, question]);
    const asked = this.#asking.get(id) ?? this.#askAndRemember(subject, question);
    this.#asking.set(id, asked);
    try {
      return await asked;
    } finally {
      this.#asking.delete(id);
    }
  }

  async #askAndRemember(subject: CallSubject, question: CallQuestion): Promise<Answer | undefined> {
    const answer = await this.#around.ask(subject, question);
    if (answer === "everywhere") await this.#write((all) => withAnswers(all, [subject]));
    if (answer === "folder") await this.#write((all) => withAnswers(all, allowedIn(subject, this.#around.folders())));
    return answer;
  }

  async #write(change: (all: readonly AllowedCall[]) => readonly AllowedCall[]): Promise<void> {
    const written = this.#writing.then(async () =>
      this.#around.memento.update(globalKey.allowedCalls, change(this.list())),
    );
    this.#writing = written.catch(() => undefined);
    await written;
    this.#around.changed.fire();
  }
}
