import * as vscode from "vscode";
import type { PlacedToken } from "../core/http/read/tokens.ts";
import { rangeOf, unusableState } from "./tokenDiagnostics.ts";
import { createUnlessSame } from "./unlessSame.ts";

/** Words in front of tokens that cannot be used at this time. */
export interface TokenBadges extends vscode.Disposable {
  readonly show: (editor: vscode.TextEditor, tokens: readonly PlacedToken[]) => void;
}

export function createTokenBadges(): TokenBadges {
  const styles = { expired: markStyle("expired"), "not-yet-valid": markStyle("not yet valid") };
  const unlessSame = createUnlessSame();
  return {
    show(editor, tokens) {
      const states = tokens.map(unusableState);
      // VS Code moves words along with the text they stand at, so that a token's line does not count.
      const texts = tokens.map(({ decoded }) => decoded);
      unlessSame(editor, [...texts, ...states], () => {
        for (const state of ["expired", "not-yet-valid"] as const) {
          const ranges = tokens.filter((_, index) => states[index] === state).map(rangeOf);
          editor.setDecorations(styles[state], ranges);
        }
      });
    },
    dispose: () => vscode.Disposable.from(...Object.values(styles)).dispose(),
  };
}

/** A word in front, since the token itself is often longer than the window is wide. */
function markStyle(words: string): vscode.TextEditorDecorationType {
  const color = new vscode.ThemeColor("editorWarning.foreground");
  return vscode.window.createTextEditorDecorationType({
    opacity: "0.6",
    before: { contentText: words, color, fontStyle: "italic", margin: "0 0.8em 0 0" },
    overviewRulerColor: color,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    // The color of warnings is too pale for words on white.
    light: { before: { color: new vscode.ThemeColor("list.warningForeground") } },
  });
}
