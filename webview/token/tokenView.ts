import { decode, type Decoded } from "../../src/core/jwt/decode.ts";
import type { Finding } from "../../src/core/jwt/findings/finding.ts";
import type { Judgement, ShownToken } from "../../src/panel/token/protocol.ts";
import { element } from "../element.ts";
import { contentView, type ContentView } from "./contentView.ts";
import { findingsView } from "./findingsView.ts";
import { stateView } from "./stateView.ts";
import type { TickingView } from "./tickingView.ts";

export interface TokenView {
  readonly node: HTMLElement;
  update(token: ShownToken | null): void;
  /** Shows what the host judged about the token that is shown. */
  judge(judgement: Judgement): void;
  tick(now: number): void;
}

interface TokenViewOptions {
  readonly actions: readonly Node[];
  readonly fix: (finding: Finding) => void;
  /** Told when time changed the token's state. */
  readonly stateChanged: () => void;
}

/** The token: what it is, what can be done with it, what is wrong with it, its compact form and what it says. */
export function tokenView({ actions, fix, stateChanged }: TokenViewOptions): TokenView {
  const heading = element("h2", { id: "token-heading" });
  const facts = element("p", { class: "facts" });
  const signature = element("span", { class: "fact signature", "aria-live": "polite" });
  const findings = element("div", { class: "judgement" });
  const content = element("div");
  // Stays in place while tokens come and go, so that its buttons keep the focus.
  const toolbar = element("div", { class: "actions" }, ...actions);
  const node = element("section", { class: "token", "aria-labelledby": "token-heading" });
  node.append(heading, facts, toolbar, findings, content);
  let ticking: readonly TickingView[] = [];
  const tick = (now: number) => ticking.forEach((view) => view.tick(now));
  return {
    node,
    tick,
    update(token) {
      const shown = token === null ? nothing : partsOf(token, stateChanged);
      heading.textContent = titleOf(token);
      toolbar.hidden = token === null;
      ticking = shown.ticking;
      facts.replaceChildren(...shown.facts, ...(shown.signature === undefined ? [] : [signature]));
      if (shown.signature !== undefined) showSignature(signature, ...shown.signature);
      findings.replaceChildren();
      content.replaceChildren(...shown.nodes);
      tick(Date.now() / 1000);
    },
    judge({ signature: outcome, key, findings: found }) {
      if (outcome === "verified") showSignature(signature, outcome, `✓ made with your key ${key ?? ""}`);
      if (outcome === "failed") showSignature(signature, outcome, "✕ not made with any of your keys");
      findings.replaceChildren(...findingsView(found, fix));
    },
  };
}

type SignatureWords = readonly [outcome: Judgement["signature"], words: string];

interface Parts extends ContentView {
  readonly facts: readonly Node[];
  /** Absent where there is no token. */
  readonly signature?: SignatureWords;
}

const nothing: Parts = {
  facts: [element("span", { class: "fact" }, "Mint a token or paste one to see what it says.")],
  nodes: [],
  ticking: [],
};

function partsOf(token: ShownToken, stateChanged: () => void): Parts {
  const decoded = decode(token.compact);
  const { nodes, ticking } = contentView(token.compact, decoded);
  const state = decoded.claims === undefined ? [] : [stateView(decoded.claims, stateChanged)];
  return {
    facts: [...state.map(({ node }) => node), ...factsOf(token, decoded)],
    signature: unjudged(decoded),
    nodes,
    ticking: [...state, ...ticking],
  };
}

/** What can be told of the signature without a key. */
function unjudged({ kind, header }: Decoded): SignatureWords {
  if (kind === "JWE") return ["unchecked", "not decrypted"];
  return header["alg"] === "none"
    ? ["failed", "✕ not signed (alg none): anyone can have written it"]
    : ["unchecked", "signature not checked"];
}

function showSignature(node: HTMLElement, ...[outcome, words]: SignatureWords): void {
  node.dataset["signature"] = outcome;
  if (node.textContent !== words) node.textContent = words;
}

function titleOf(token: ShownToken | null): string {
  if (token === null) return "Token";
  const { origin, provider, profile } = token;
  if (origin === "pasted") return provider === undefined ? "Pasted token" : `Pasted ${provider} token`;
  const kind = provider === undefined ? "Minted token" : `${provider} token`;
  return profile === undefined ? kind : `${kind} for ${profile}`;
}

/** Time and signature are two facts: what is not expired may still be forged. */
function factsOf({ origin, profile }: ShownToken, { header, kind }: Decoded): readonly Node[] {
  const alg = typeof header["alg"] === "string" ? header["alg"].slice(0, 40) : "";
  const like = origin === "pasted" && profile !== undefined ? [fact(`as ${profile} makes it`)] : [];
  return [fact(`${kind}, ${alg}`), ...like];
}

const fact = (text: string) => element("span", { class: "fact" }, text);
