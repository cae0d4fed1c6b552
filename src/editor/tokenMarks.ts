import * as vscode from "vscode";
import { isReplaceable, type PlacedToken, stateOf } from "../core/http/tokens.ts";
import { describeMoment, nextChange } from "../core/jwt/state.ts";
import { now } from "../services/clock.ts";
import { createSightAlarm } from "./alarm.ts";
import { kindOf, tokensIn, visibleEditors } from "./requestDocument.ts";

/** States that keep a token from being accepted. */
type Unusable = "expired" | "not-yet-valid";

/** Who marks: diagnostics that a person sees carry it. */
export const SOURCE = "JWT Mint";

// Longer than the pauses while typing.
const REST = 300;

/** Marks tokens in sight that are expired or not yet valid, when they become so, and a while after each change. */
export function registerTokenMarks(): vscode.Disposable {
  const diagnostics = vscode.languages.createDiagnosticCollection(SOURCE);
  const styles = { expired: markStyle("expired"), "not-yet-valid": markStyle("not yet valid") };
  const mark = (editor: vscode.TextEditor) => {
    const marks = tokensIn(editor.document).tokens.flatMap(unusableToken);
    diagnostics.set(editor.document.uri, marks.map(diagnosticOf));
    for (const state of ["expired", "not-yet-valid"] as const) {
      const ranges = marks.filter((each) => each.state === state).map(({ token }) => rangeOf(token));
      editor.setDecorations(styles[state], ranges);
    }
  };
  const markAll = () => {
    for (const editor of visibleEditors()) {
      mark(editor);
      for (const { decoded } of tokensIn(editor.document).tokens) alarm.set(nextChange(decoded.claims, now()));
    }
  };
  const alarm = createSightAlarm(markAll);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const markSoon = ({ document }: vscode.TextDocumentChangeEvent) => {
    if (kindOf(document) === undefined) return;
    clearTimeout(timer);
    timer = setTimeout(markAll, REST);
  };
  markAll();
  return vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(markAll),
    vscode.workspace.onDidChangeTextDocument(markSoon),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => diagnostics.delete(uri)),
    { dispose: () => clearTimeout(timer) },
    ...Object.values(styles),
    diagnostics,
    alarm,
  );
}

/** A word in front, since the token itself is often longer than the window is wide. */
function markStyle(words: string): vscode.TextEditorDecorationType {
  const color = new vscode.ThemeColor("editorWarning.foreground");
  return vscode.window.createTextEditorDecorationType({
    opacity: "0.6",
    before: { contentText: words, color, fontStyle: "italic", margin: "0 0.8em 0 0" },
    overviewRulerColor: color,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}

interface Mark {
  readonly token: PlacedToken;
  readonly state: Unusable;
}

function unusableToken(token: PlacedToken): Mark[] {
  const state = stateOf(token.decoded, now());
  return state === "expired" || state === "not-yet-valid" ? [{ token, state }] : [];
}

const rangeOf = ({ line, start, end }: PlacedToken) => new vscode.Range(line, start, line, end);

function diagnosticOf({ token, state }: Mark): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(rangeOf(token), messageOf({ token, state }), severityOf(token));
  diagnostic.source = SOURCE;
  diagnostic.code = state;
  return diagnostic;
}

/** What nothing sends is worth knowing, and no more. */
const severityOf = ({ where }: PlacedToken) =>
  where === "comment" || where === "response"
    ? vscode.DiagnosticSeverity.Information
    : vscode.DiagnosticSeverity.Warning;

function messageOf({ token, state }: Mark): string {
  const { exp, nbf } = token.decoded.claims ?? {};
  if (state === "not-yet-valid") return `This token becomes valid ${describeMoment(nbf)}.`;
  return `This token expired ${describeMoment(exp)}.${isReplaceable(token) ? " Refresh it before you send it." : ""}`;
}
