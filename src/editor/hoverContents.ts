import * as vscode from "vscode";
import { isReplaceable } from "../core/http/tokens.ts";
import { tokenAround } from "../core/jwt/around.ts";
import type { FoundToken } from "../core/jwt/find.ts";
import { now } from "../services/clock.ts";
import type { Services } from "../services/services.ts";
import { actionLinks } from "./actionLinks.ts";
import { tokensIn } from "./requestDocument.ts";
import type { TellToken } from "./tokenHover.ts";
import { tokenOrigin } from "./tokenOrigin.ts";

/** What tells a hover about the token under it. */
export function tokenTeller(services: Services): TellToken {
  return async ({ document, position, line }) => {
    const token = tokenAround(line, position.character);
    if (token === undefined) return undefined;
    const start = position.with({ character: token.start });
    const { provider, profiles } = tokenOrigin(services, token);
    const [profile, another] = profiles;
    const names = [provider?.name, another === undefined ? profile?.name : undefined];
    const known = names.filter((name, index) => name !== undefined && names.indexOf(name) === index).map(String);
    const { hoverText } = await services.inspecting.tools();
    const { summary, content } = hoverText(await services.inspecting.inspect(token.compact), known, now());
    const links = actionLinks(actionsFor(token, mayRefresh(document, start)), document.uri, start);
    return new vscode.Hover(
      // The actions first: a hover is lower than most claims are long.
      [new vscode.MarkdownString(summary, true), links, new vscode.MarkdownString(content)],
      new vscode.Range(start, position.with({ character: token.end })),
    );
  };
}

function actionsFor({ decoded }: FoundToken, refreshable: boolean) {
  return [
    "Inspect" as const,
    ...(decoded.claims === undefined ? [] : ["Copy Payload" as const]),
    ...(refreshable ? ["Refresh" as const] : []),
  ];
}

/** Whether the token at a place stands where another may be put. */
function mayRefresh(document: vscode.TextDocument, { line, character }: vscode.Position): boolean {
  return tokensIn(document).tokens.some(
    (token) => token.line === line && token.start === character && isReplaceable(token),
  );
}
