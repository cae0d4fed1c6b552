import type * as vscode from "vscode";
import { sentWith } from "../core/http/sentWith.ts";
import { type PlacedToken, type TokenRequest } from "../core/http/tokens.ts";
import type { Finding } from "../core/jwt/findings/finding.ts";
import type { SentWith } from "../core/jwt/findings/subject.ts";
import type { Services } from "../services/services.ts";
import { tokensIn } from "./requestDocument.ts";

/** A token, and what keeps it from being accepted besides its time. */
export interface Judged {
  readonly token: PlacedToken;
  readonly faults: readonly Finding[];
}

/** How many tokens are judged before other work has its turn. */
const BATCH = 100;

/** Findings that come and go with time; a mark tells them in words that stay right. */
const ofTime: ReadonlySet<string> = new Set(["CLAIM_EXPIRED", "CLAIM_NOT_YET_VALID"]);

/** What judges the tokens of documents. What was found is kept for as long as token and profiles are the same. */
export function tokenJudge({ inspecting, profiles }: Pick<Services, "inspecting" | "profiles">) {
  let known = new WeakMap<object, { readonly sent: string; readonly faults: readonly Finding[] }>();
  const judge = async (token: PlacedToken, context: SentWith): Promise<Judged> => {
    const sent = JSON.stringify(context);
    const judged = known.get(token.decoded);
    if (judged?.sent === sent) return { token, faults: judged.faults };
    const findings = await inspecting.findings(token.compact, { sentWith: context });
    const faults = findings.filter(({ code, severity }) => severity === "error" && !ofTime.has(code));
    known.set(token.decoded, { sent, faults });
    return { token, faults };
  };
  return {
    /** Judges tokens of a document, in their order. */
    async judgeAll(document: vscode.TextDocument, tokens: readonly PlacedToken[]): Promise<readonly Judged[]> {
      const sentBy = requestsByToken(document);
      const judged: Judged[] = [];
      for (const [index, token] of tokens.entries()) {
        if (index % BATCH === BATCH - 1) await new Promise((resolve) => setTimeout(resolve));
        const textOf = (line: number) => (line < document.lineCount ? document.lineAt(line).text : "");
        judged.push(await judge(token, sentWith(token, sentBy.get(token), textOf)));
      }
      return judged;
    },
    listening: profiles.onDidChange(() => (known = new WeakMap())),
  };
}

const requestsByToken = (document: vscode.TextDocument): ReadonlyMap<PlacedToken, TokenRequest> =>
  new Map(tokensIn(document).requests.flatMap((request) => (request.token ? [[request.token, request]] : [])));
