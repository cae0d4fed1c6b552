import type * as vscode from "vscode";
import type { Code } from "../core/codes.ts";
import { sentWith } from "../core/http/read/sentTokens.ts";
import type { PlacedToken, TokenRequest } from "../core/http/read/tokens.ts";
import type { Finding, SentWith } from "../core/token/inspect/finding.ts";
import type { Steps } from "../core/steps.ts";
import { inSlices } from "../services/slices.ts";
import type { FindingsOf } from "../services/inspecting.ts";
import type { Services } from "../services/services.ts";
import { tokensIn } from "./requestDocument.ts";

/** A token, and what keeps it from being accepted besides its time. */
export interface Judged {
  readonly token: PlacedToken;
  readonly faults: readonly Finding[];
}

/** Findings that come and go with time; a mark tells them in words that stay right. */
const ofTime: ReadonlySet<Code> = new Set<Code>(["CLAIM_EXPIRED", "CLAIM_NOT_YET_VALID"]);

/** What is known of tokens for as long as the profiles are the same. */
interface Memory {
  readonly found: WeakMap<object, { readonly sent: string; readonly faults: readonly Finding[] }>;
  /** What an edit leaves as it was is not looked at again. */
  readonly settled: WeakMap<PlacedToken, { readonly request: TokenRequest | undefined; readonly judged: Judged }>;
}

const emptyMemory = (): Memory => ({ found: new WeakMap(), settled: new WeakMap() });

/** What judges the tokens of documents. What was found is kept for as long as token and profiles are the same. */
export class TokenJudge implements vscode.Disposable {
  readonly #inspecting: Services["inspecting"];
  readonly #listening: vscode.Disposable;
  #memory = emptyMemory();

  constructor({ inspecting, profiles }: Pick<Services, "inspecting" | "profiles">) {
    this.#inspecting = inspecting;
    this.#listening = profiles.onDidChange(() => this.forget());
  }

  /** Judges each token again the next time. */
  forget(): void {
    this.#memory = emptyMemory();
  }

  /** Judges tokens of a document, in their order. Undefined where it is edited meanwhile, or the profiles are. */
  async judgeAll(
    document: vscode.TextDocument,
    tokens: readonly PlacedToken[],
  ): Promise<readonly Judged[] | undefined> {
    // The profiles may change meanwhile, and what was judged by the old ones must not stay.
    const memory = this.#memory;
    const findingsOf = await this.#inspecting.findings();
    const { requests } = await tokensIn(document);
    const { version } = document;
    const steps = judgeSteps(document, { requests, tokens, memory, findingsOf });
    return inSlices(steps, () => document.version !== version || this.#memory !== memory);
  }

  dispose(): void {
    this.#listening.dispose();
  }
}

interface Judging {
  readonly requests: readonly TokenRequest[];
  readonly tokens: readonly PlacedToken[];
  readonly memory: Memory;
  readonly findingsOf: FindingsOf;
}

function* judgeSteps(
  document: vscode.TextDocument,
  { requests, tokens, memory, findingsOf }: Judging,
): Steps<readonly Judged[]> {
  const sentBy = requestsByToken(requests);
  const around = requestsInOrder(requests);
  const textOf = (line: number) => (line < document.lineCount ? document.lineAt(line).text : "");
  const all: Judged[] = [];
  for (const token of tokens) {
    yield;
    const request = sentBy.get(token) ?? (isAuthorized(textOf(token.line)) ? around(token) : undefined);
    const known = memory.settled.get(token);
    let judged = known?.request === request ? known?.judged : undefined;
    if (judged === undefined) {
      judged = { token, faults: faultsOf(token, sentWith(token, request, textOf), { memory, findingsOf }) };
      memory.settled.set(token, { request, judged });
    }
    all.push(judged);
  }
  return all;
}

function faultsOf(
  token: PlacedToken,
  context: SentWith,
  { memory: { found }, findingsOf }: Pick<Judging, "memory" | "findingsOf">,
): readonly Finding[] {
  const sent = JSON.stringify(context);
  const known = found.get(token.decoded);
  if (known?.sent === sent) return known.faults;
  const faults = findingsOf(token, context).filter(({ code, severity }) => severity === "error" && !ofTime.has(code));
  found.set(token.decoded, { sent, faults });
  return faults;
}

/** A second token in `Authorization` is sent as well, though its request goes by the first. */
const isAuthorized = (line: string) => /^\s*authorization\s*:/i.test(line);

/** Gives the request whose lines hold a token, for tokens in their order. */
function requestsInOrder(requests: readonly TokenRequest[]): (token: PlacedToken) => TokenRequest | undefined {
  let next = 0;
  return ({ line, where }) => {
    while ((requests[next]?.end ?? Infinity) <= line) next++;
    const request = requests[next];
    return where === "header" && request !== undefined && request.start <= line ? request : undefined;
  };
}

const requestsByToken = (requests: readonly TokenRequest[]): ReadonlyMap<PlacedToken, TokenRequest> =>
  new Map(requests.flatMap((request) => (request.token ? [[request.token, request]] : [])));
