import { decode, type Decoded } from "../../src/core/token/read/decode.ts";
import type { Finding } from "../../src/core/token/inspect/finding.ts";
import type { OpenedToken } from "../../src/core/token/decrypt/encryption.ts";
import type { SignatureCheck } from "../../src/core/token/verify/verifyToken.ts";
import { shown } from "../../src/core/visible.ts";
import type { Judgement, ShownToken } from "../../src/panel/token/protocol.ts";
import { element } from "../element.ts";
import { contentView, openedView, type ContentView } from "./contentView.ts";
import { findingsView } from "./findingsView.ts";
import { stateView } from "./stateView.ts";
import type { TickingView } from "./tickingView.ts";

interface TokenViewOptions {
  readonly actions: readonly Node[];
  readonly fix: (finding: Finding) => void;
  /** Told when time changed the token's state. */
  readonly stateChanged: () => void;
}

/** The token: what it is, what can be done with it, what is wrong with it, its compact form and what it says. */
export class TokenView {
  readonly #options: TokenViewOptions;
  readonly #heading = element("h2", { id: "token-heading" });
  readonly #facts = element("p", { class: "facts" });
  readonly #signature = element("span", { class: "fact signature", "aria-live": "polite" });
  // Stays in place while tokens come and go, so that its buttons keep the focus.
  readonly #toolbar = element("div", { class: "actions" });
  readonly #findings = element("div", { class: "judgement" });
  readonly #content = element("div");
  #checked = false;
  #ticking: readonly TickingView[] = [];

  readonly node = element("section", { class: "token", "aria-labelledby": "token-heading" });

  constructor(options: TokenViewOptions) {
    this.#options = options;
    this.#toolbar.append(...options.actions);
    this.node.append(this.#heading, this.#facts, this.#toolbar, this.#findings, this.#content);
  }

  /** Brings it up to date; `now` in seconds since the epoch. */
  tick(now: number): void {
    for (const view of this.#ticking) view.tick(now);
  }

  update(token: ShownToken | null): void {
    const parts = token === null ? nothing : partsOf(token, this.#options.stateChanged);
    this.#heading.textContent = titleOf(token);
    this.#toolbar.hidden = token === null;
    this.#checked = false;
    this.#toolbar.dataset["kind"] = parts.kind;
    this.#ticking = parts.ticking;
    this.#facts.replaceChildren(...parts.facts, ...(parts.signature === undefined ? [] : [this.#signature]));
    if (parts.signature !== undefined) this.#showSignature(...parts.signature);
    this.#findings.replaceChildren();
    this.#content.replaceChildren(...parts.nodes);
    this.tick(Date.now() / 1000);
  }

  /** Scrolls to the token, which in a narrow panel stands below the form. */
  reveal(): void {
    const { top } = this.#heading.getBoundingClientRect();
    if (top < 0 || top > innerHeight / 2) this.#heading.scrollIntoView({ block: "start" });
  }

  /** Shows what was inside the encrypted token that is shown. */
  open({ text, key }: OpenedToken): void {
    const inside = openedView(text);
    this.#ticking = inside.ticking;
    this.#showSignature("unchecked", `decrypted with ${key}`);
    this.#content.querySelector(".sealed")?.replaceChildren(...inside.nodes);
    this.tick(Date.now() / 1000);
  }

  /** Shows how the signature stands by a key that was chosen for it. */
  check({ signature, key }: SignatureCheck): void {
    this.#checked = true;
    const words = signature === "verified" ? `✓ verified with ${key}` : `✕ not made with ${key}`;
    this.#showSignature(signature, words);
  }

  /** Shows what the host judged about the token that is shown. */
  judge({ signature, key, findings }: Judgement): void {
    // What was verified on purpose tells more than what the stored keys tell by themselves.
    if (!this.#checked && signature === "verified")
      this.#showSignature(signature, `✓ made with your key ${shown(key ?? "")}`);
    if (!this.#checked && signature === "failed") this.#showSignature(signature, "✕ not made with any of your keys");
    this.#findings.replaceChildren(...findingsView(findings, this.#options.fix));
  }

  #showSignature(...[outcome, words]: SignatureWords): void {
    this.#signature.dataset["signature"] = outcome;
    if (this.#signature.textContent !== words) this.#signature.textContent = words;
  }
}

type SignatureWords = readonly [outcome: Judgement["signature"], words: string];

interface Parts extends ContentView {
  /** What the actions that suit one kind of token go by. */
  readonly kind: string;
  readonly facts: readonly Node[];
  /** Absent where there is no token. */
  readonly signature?: SignatureWords;
}

const nothing: Parts = {
  facts: [element("span", { class: "fact" }, "Mint a token or paste one to see what it says.")],
  kind: "",
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
    kind: decoded.kind,
    nodes,
    ticking: [...state, ...ticking],
  };
}

/** What can be told of the signature without a key. */
function unjudged({ kind, header }: Decoded): SignatureWords {
  if (kind === "JWE") return ["unchecked", "not decrypted"];
  return header["alg"] === "none"
    ? ["failed", "✕ not signed (alg none): anyone could have written it"]
    : ["unchecked", "signature not checked"];
}

function titleOf(token: ShownToken | null): string {
  if (token === null) return "Token";
  const { origin, provider, profile } = token;
  if (origin === "pasted") return provider === undefined ? "Pasted token" : `Pasted ${shown(provider)} token`;
  const kind = provider === undefined ? "Minted token" : `${shown(provider)} token`;
  return profile === undefined ? kind : `${kind} for ${shown(profile)}`;
}

/** Time and signature are two facts: what is not expired may still be forged. */
function factsOf({ origin, profile }: ShownToken, { header, kind }: Decoded): readonly Node[] {
  const alg = typeof header["alg"] === "string" ? shown(header["alg"], 40) : "";
  const like = origin === "pasted" && profile !== undefined ? [fact(`as ${shown(profile)} makes it`)] : [];
  return [fact(`${kind}, ${alg}`), ...like];
}

const fact = (text: string) => element("span", { class: "fact" }, text);
