import type { ShownToken } from "../../src/panel/token/protocol.ts";
import { decode, type Decoded } from "../../src/core/jwt/decode.ts";
import { compactView } from "./compactView.ts";
import { element } from "../element.ts";
import { jsonView } from "./jsonView.ts";
import type { MessageView } from "../messageView.ts";
import { stateView } from "./stateView.ts";
import type { TokenActions } from "./tokenActions.ts";
import { timesView, type TickingView } from "./timesView.ts";
import { button } from "../toolkit.ts";

export interface TokenView {
  readonly node: HTMLElement;
  update(token: ShownToken | null): void;
  tick(now: number): void;
}

/** The token: what it is, what can be done with it, its compact form and what it says. */
export function tokenView(actions: TokenActions, { node: message }: MessageView): TokenView {
  const heading = element("h2", { id: "token-heading" });
  const facts = element("p", { class: "facts" });
  const parts = element("div", { class: "parts" });
  // Stays in place while tokens come and go, so that its buttons keep the focus.
  const toolbar = element(
    "div",
    { class: "actions" },
    button({ label: "Copy", onClick: actions.copy }),
    button({ label: "Insert into Request", onClick: actions.insert }),
    message,
  );
  const node = element("section", { class: "token", "aria-labelledby": "token-heading" });
  node.append(heading, facts, toolbar, parts);
  let ticking: readonly TickingView[] = [];
  const tick = (now: number) => ticking.forEach((view) => view.tick(now));
  const update = (token: ShownToken | null) => {
    heading.textContent = titleOf(token);
    toolbar.hidden = token === null;
    const shown = token === null ? nothing() : contentOf(token.compact);
    ticking = shown.ticking;
    facts.replaceChildren(...shown.facts);
    parts.replaceChildren(...shown.parts);
    tick(Date.now() / 1000);
  };
  return { node, tick, update };
}

interface Content {
  readonly facts: readonly Node[];
  readonly parts: readonly Node[];
  readonly ticking: readonly TickingView[];
}

const nothing = (): Content => ({
  facts: [fact("Mint a token or paste one to see what it says.")],
  parts: [],
  ticking: [],
});

function contentOf(compact: string): Content {
  const decoded = decode(compact);
  const [header = "", payload = ""] = compact.split(".");
  const state = decoded.claims === undefined ? [] : [stateView(decoded.claims)];
  const times = decoded.claims === undefined ? [] : [timesView(decoded.claims)];
  const claims = decoded.claims === undefined ? noClaims(decoded) : jsonView(payload, "Claims");
  return {
    facts: [...state.map(({ node }) => node), ...factsOf(decoded)],
    parts: [
      compactView(compact, decoded.kind),
      part("header", "JOSE header", jsonView(header, "JOSE header")),
      part("payload", "Claims", claims, ...times.map(({ node }) => node)),
    ],
    ticking: [...state, ...times],
  };
}

function titleOf(token: ShownToken | null): string {
  if (token === null) return "Token";
  const { origin, provider, profile } = token;
  if (origin === "pasted") return provider === undefined ? "Pasted token" : `Pasted ${provider} token`;
  const kind = provider === undefined ? "Minted token" : `${provider} token`;
  return profile === undefined ? kind : `${kind} for ${profile}`;
}

/** Time and signature are two facts: what is not expired may still be forged. */
function factsOf({ header, kind }: Decoded): readonly Node[] {
  const alg = typeof header["alg"] === "string" ? header["alg"].slice(0, 40) : "";
  return [fact(`${kind}, ${alg}`), fact(kind === "JWS" ? "signature not checked" : "not decrypted")];
}

const fact = (text: string) => element("span", { class: "fact" }, text);

function noClaims({ kind }: Decoded): Node {
  const encrypted = "They are encrypted, so only the recipient's key shows them.";
  return element("p", { class: "quiet" }, kind === "JWE" ? encrypted : "The payload is no JSON object.");
}

const part = (name: string, title: string, ...content: readonly Node[]) =>
  element("div", { class: `part part-${name}-block` }, element("h3", {}, title), ...content);
