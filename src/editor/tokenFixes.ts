import * as vscode from "vscode";
import { isReplaceable, type PlacedToken } from "../core/http/read/tokens.ts";
import { shown } from "../core/visible.ts";
import type { CommandId } from "../manifest.ts";
import type { Services } from "../services/services.ts";
import { markedTokens } from "./markedTokens.ts";
import { RequestPlace } from "./requestPlace.ts";
import { SOURCE } from "./tokenDiagnostics.ts";
import { tokenOrigin } from "./tokenOrigin.ts";

type FixServices = Pick<Services, "profiles" | "recentToken">;

/** Quick fixes for marked tokens: a fresh one from each profile that can have minted it, a look at it, and its claims. */
export function registerTokenFixes(services: FixServices): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, _range, { diagnostics }) {
      const own = diagnostics.filter(({ source }) => source === SOURCE);
      return (await Promise.all(own.map(async (each) => fixesFor(services, document, each)))).flat();
    },
  };
  return vscode.languages.registerCodeActionsProvider("*", provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });
}

async function fixesFor(services: FixServices, document: vscode.TextDocument, diagnostic: vscode.Diagnostic) {
  const { start } = diagnostic.range;
  const isMarked = ({ line, start: from }: PlacedToken) => line === start.line && from === start.character;
  const token = (await markedTokens(document)).find(isMarked);
  if (token === undefined) return [];
  const fix = (title: string, command: CommandId, profile?: string) => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = [diagnostic];
    action.command = { title, command, arguments: [new RequestPlace(document.uri, start, profile)] };
    return action;
  };
  const { profiles } = await tokenOrigin(services, token);
  const refresh = profiles.length === 0 ? [undefined] : profiles.map(({ name }) => name);
  const fixes = refresh.map((name) =>
    fix(name === undefined ? "Refresh Token…" : `Refresh with ${shown(name)}`, "jwtMint.refreshToken", name),
  );
  for (const action of fixes) action.isPreferred = profiles.length === 1;
  return [
    ...(isReplaceable(token) ? fixes : []),
    fix("Inspect Token", "jwtMint.inspectToken"),
    ...(token.decoded.claims === undefined ? [] : [fix("Copy Claims", "jwtMint.copyPayload")]),
  ];
}
