import type * as vscode from "vscode";
import { sentWith } from "../core/http/read/sentWith.ts";
import { type PlacedToken, type TokenRequest } from "../core/http/read/tokens.ts";
import type { Finding } from "../core/token/inspect/finding.ts";
import type { SentWith } from "../core/token/inspect/subject.ts";
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

/** What is known of tokens for as long as the profiles are the same. */
interface Memory {
  readonly found: WeakMap<object, { readonly sent: string; readonly faults: readonly Finding[] }>;
  /** What an edit leaves as it was is not looked at again. */
  readonly settled: WeakMap<PlacedToken, { readonly request: TokenRequest | undefined; readonly judged: Judged }>;
}

const emptyMemory = (): Memory => ({ found: new WeakMap(), settled: new WeakMap() });

/** What judges the tokens of documents. What was found is kept for as long as token and profiles are the same. */
export function tokenJudge({ inspecting, profiles }: Pick<Services, "inspecting" | "profiles">) {
  let memory = emptyMemory();
  const forget = () => (memory = emptyMemory());
  const judge = async (token: PlacedToken, context: SentWith, { found }: Memory): Promise<Judged> => {
    const sent = JSON.stringify(context);
    const judged = found.get(token.decoded);
    if (judged?.sent === sent) return { token, faults: judged.faults };
    const findings = await inspecting.findings(token.compact, { sentWith: context });
    const faults = findings.filter(({ code, severity }) => severity === "error" && !ofTime.has(code));
    found.set(token.decoded, { sent, faults });
    return { token, faults };
  };
  return {
    /** Judges tokens of a document, in their order. */
    async judgeAll(document: vscode.TextDocument, tokens: readonly PlacedToken[]): Promise<readonly Judged[]> {
      // The profiles may change meanwhile, and what was judged by the old ones must not stay.
      const own = memory;
      const sentBy = requestsByToken(document);
      const textOf = (line: number) => (line < document.lineCount ? document.lineAt(line).text : "");
      const all: Judged[] = [];
      let looked = 0;
      for (const token of tokens) {
        const request = sentBy.get(token);
        const known = own.settled.get(token);
        let judged = known?.request === request ? known?.judged : undefined;
        if (judged === undefined) {
          if (++looked % BATCH === 0) await new Promise((resolve) => setTimeout(resolve));
          judged = await judge(token, sentWith(token, request, textOf), own);
          own.settled.set(token, { request, judged });
        }
        all.push(judged);
      }
      return all;
    },
    forget,
    listening: profiles.onDidChange(forget),
  };
}

const requestsByToken = (document: vscode.TextDocument): ReadonlyMap<PlacedToken, TokenRequest> =>
  new Map(tokensIn(document).requests.flatMap((request) => (request.token ? [[request.token, request]] : [])));
