import * as vscode from "vscode";
import type { PlacedToken } from "../core/http/read/tokens.ts";
import { nextChange } from "../core/token/words/state.ts";
import { now } from "../services/clock.ts";
import { showFailure } from "../services/notify.ts";
import type { Services } from "../services/services.ts";
import { settingChanged } from "../services/settings.ts";
import { markedTokens } from "./markedTokens.ts";
import { createTokenBadges } from "./tokenBadges.ts";
import { diagnosticsOf, SOURCE, unusableState } from "./tokenDiagnostics.ts";
import { type Judged, TokenJudge } from "./tokenFaults.ts";
import { createUnlessSame } from "./unlessSame.ts";

// Longer than the pauses while typing.
const REST = 300;

/** VS Code shows no more of one file. */
const MOST = 1000;

/**
 * Marks tokens in sight that are expired, not yet valid or refused by a rule, when they become so, and a while after each
 * change.
 */
export function registerTokenMarks(services: Pick<Services, "clock" | "inspecting" | "profiles">): vscode.Disposable {
  const badges = createTokenBadges();
  const diagnosis = createDiagnosis(services);
  const mark = async (editor: vscode.TextEditor) => {
    const tokens = await markedTokens(editor.document);
    if (!vscode.window.visibleTextEditors.includes(editor)) return;
    badges.show(editor, tokens);
    for (const { decoded } of tokens) alarm.set(nextChange(decoded.claims, now()));
    await diagnosis.show(editor.document, tokens);
  };
  const markAll = () => {
    alarm.stop();
    for (const editor of vscode.window.visibleTextEditors) mark(editor).catch(showFailure);
  };
  const alarm = services.clock.alarm((jumped) => {
    if (jumped) diagnosis.forget();
    markAll();
  });
  markAll();
  return vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(markAll),
    whenVisibleTextRests(markAll),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!settingChanged(event, "diagnostics")) return;
      diagnosis.clear();
      markAll();
    }),
    services.profiles.onDidChange(markAll),
    badges,
    diagnosis,
    alarm,
  );
}

function firstOf(judged: readonly Judged[]): vscode.Diagnostic[] {
  const found: vscode.Diagnostic[] = [];
  for (const each of judged) if (found.length < MOST) found.push(...diagnosticsOf(each));
  return found;
}

interface Diagnosis extends vscode.Disposable {
  readonly show: (document: vscode.TextDocument, tokens: readonly PlacedToken[]) => Promise<void>;
  /** Judges each token again the next time. */
  readonly forget: () => void;
  readonly clear: () => void;
}

function createDiagnosis(services: Pick<Services, "inspecting" | "profiles">): Diagnosis {
  const diagnostics = vscode.languages.createDiagnosticCollection(SOURCE);
  const judge = new TokenJudge(services);
  let unlessSame = createUnlessSame();
  const closing = vscode.workspace.onDidCloseTextDocument((document) => {
    unlessSame(document, [], () => diagnostics.delete(document.uri));
  });
  return {
    async show(document, tokens) {
      const judged = await judge.judgeAll(document, tokens);
      // What changed meanwhile is marked in its own turn.
      if (judged === undefined || document.isClosed || (await markedTokens(document)) !== tokens) return;
      const states = tokens.map(unusableState);
      const faults = judged.map((each) => each.faults);
      unlessSame(document, [...tokens, ...states, ...faults], () => diagnostics.set(document.uri, firstOf(judged)));
    },
    forget: () => judge.forget(),
    clear() {
      diagnostics.clear();
      unlessSame = createUnlessSame();
    },
    dispose: () => vscode.Disposable.from(closing, judge, diagnostics).dispose(),
  };
}

/** Runs an action a while after the last of some changes to a document in sight. */
function whenVisibleTextRests(act: () => void): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changes = vscode.workspace.onDidChangeTextDocument(({ document }) => {
    if (!vscode.window.visibleTextEditors.some((editor) => editor.document === document)) return;
    clearTimeout(timer);
    timer = setTimeout(act, REST);
  });
  return vscode.Disposable.from(changes, { dispose: () => clearTimeout(timer) });
}
