import * as vscode from "vscode";
import { isReplaceable } from "../core/http/tokens.ts";
import type { Services } from "../services/services.ts";
import { requestFiles, tokensIn } from "./requestDocument.ts";
import { RequestPlace } from "./requestPlace.ts";
import { SOURCE } from "./tokenMarks.ts";
import { tokenOrigin } from "./tokenOrigin.ts";

const COMMAND = "jwtMint.refreshToken";

/** Quick fixes for marked tokens: a fresh one from each profile that can have minted it. */
export function registerTokenFixes(services: Pick<Services, "profiles" | "recentToken">): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: (document, _range, { diagnostics }) =>
      diagnostics
        .filter(({ source }) => source === SOURCE)
        .flatMap((diagnostic) => fixesFor(services, document, diagnostic)),
  };
  return vscode.languages.registerCodeActionsProvider(requestFiles, provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });
}

function fixesFor(
  services: Pick<Services, "profiles" | "recentToken">,
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction[] {
  const { start } = diagnostic.range;
  const token = tokensIn(document).tokens.find((each) => each.line === start.line && each.start === start.character);
  if (token === undefined || !isReplaceable(token)) return [];
  const { profiles } = tokenOrigin(services, token);
  const fix = (title: string, profile?: string) => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = [diagnostic];
    action.isPreferred = profiles.length === 1;
    action.command = { title, command: COMMAND, arguments: [new RequestPlace(document.uri, start, profile)] };
    return action;
  };
  return profiles.length === 0
    ? [fix("Refresh Token…")]
    : profiles.map(({ name }) => fix(`Refresh with ${name}`, name));
}
