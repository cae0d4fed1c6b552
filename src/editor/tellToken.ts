import * as vscode from "vscode";
import { type BrokenToken, brokenAround, tokenAround } from "../core/token/find/tokenAtPlace.ts";
import type { FoundToken } from "../core/token/find/find.ts";
import { exactParts } from "../core/token/read/decode.ts";
import { describeKind } from "../core/token/read/kind.ts";
import { hoverText } from "../core/token/words/hoverText.ts";
import { plainText } from "../core/markdown.ts";
import { now } from "../services/clock.ts";
import type { Services } from "../services/services.ts";
import { actionLinks } from "./actionLinks.ts";
import { requestFacts } from "./requestFacts.ts";
import type { HoverPlace } from "./tokenHover.ts";
import { tokenOrigin } from "./tokenOrigin.ts";

/** What a hover tells of the token under it. */
export async function tellToken(
  services: Services,
  { document, position, line, next }: HoverPlace,
): Promise<vscode.Hover | undefined> {
  const token = tokenAround(line, position.character, next);
  if (token === undefined) return brokenHover(brokenAround(line, position.character, next), position);
  const start = position.with({ character: token.start });
  const facts = await requestFacts(document, start);
  const origin = await namesOf(services, token);
  const kind = describeKind(token.compact, token.decoded);
  const known = origin.length > 0 && kind === "JSON Web Token" ? origin : [...origin, kind];
  const names = token.inBase64 ? [...known, "in base64"] : known;
  const inspection = await services.inspecting.inspect(token.compact, facts);
  const { summary, content } = hoverText(inspection, exactParts(token.decoded), names, now());
  const links = actionLinks(actionsFor(token, facts.replaceable), document.uri, start);
  return new vscode.Hover(
    // The actions first: a hover is lower than most claims are long.
    [new vscode.MarkdownString(summary, true), links, new vscode.MarkdownString(content)],
    new vscode.Range(start, position.with({ character: token.end })),
  );
}

/** Why what looks like a token is none. */
function brokenHover(broken: BrokenToken | undefined, position: vscode.Position): vscode.Hover | undefined {
  if (broken === undefined) return undefined;
  const range = new vscode.Range(position.with({ character: broken.start }), position.with({ character: broken.end }));
  return new vscode.Hover(
    new vscode.MarkdownString(`$(warning) ${plainText(`${broken.fault.message} ${broken.fault.remedy}`)}`, true),
    range,
  );
}

/** The names of the provider and of the profile, where only one fits. */
async function namesOf(services: Services, token: FoundToken): Promise<readonly string[]> {
  const { provider, profiles } = await tokenOrigin(services, token);
  const [profile, another] = profiles;
  const names = [provider?.name, another === undefined ? profile?.name : undefined].filter(
    (name) => name !== undefined,
  );
  return [...new Set(names)];
}

function actionsFor({ decoded }: FoundToken, refreshable: boolean) {
  return [
    "Inspect" as const,
    ...(decoded.claims === undefined ? [] : ["Copy Payload" as const]),
    ...(decoded.kind === "JWE" ? [] : ["Verify…" as const]),
    ...(refreshable ? ["Refresh" as const] : []),
  ];
}
