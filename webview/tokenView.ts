import type { ShownToken } from "../src/panel/protocol.ts";
import { decode, type Decoded } from "../src/core/jwt/decode.ts";
import { compactView } from "./compactView.ts";
import { element } from "./element.ts";
import { jsonView } from "./jsonView.ts";
import type { MessageView } from "./messageView.ts";
import { stateView } from "./stateView.ts";
import { timesView, type TickingView } from "./timesView.ts";
import { button } from "./toolkit.ts";

interface TokenActions {
  readonly copy: () => void;
  readonly insert: () => void;
}

export interface TokenView {
  readonly node: HTMLElement;
  update(token: ShownToken | null): void;
  tick(now: number): void;
}

/** The token: what it is, what can be done with it, its compact form and what it says. */
export function tokenView(actions: TokenActions, { node: message }: MessageView): TokenView {
  const content = element("div", { class: "token-content" });
  const heading = element("h2", { id: "token-heading" }, "Token");
  const toolbar = element(
    "div",
    { class: "actions" },
    button({ label: "Copy", onClick: actions.copy }),
    button({ label: "Insert into Request", onClick: actions.insert }),
    message,
  );
  let ticking: readonly TickingView[] = [];
  const node = element("section", { "aria-labelledby": "token-heading" }, heading, content);
  const tick = (now: number) => ticking.forEach((view) => view.tick(now));
  return {
    node,
    tick,
    update(token) {
      heading.textContent = token === null ? "Token" : titleOf(token);
      if (token === null) {
        ticking = [];
        content.replaceChildren(element("p", { class: "quiet" }, "Mint a token or paste one to see what it says."));
        return;
      }
      const decoded = decode(token.compact);
      const claims = claimsOf(decoded, token.compact);
      const state = decoded.claims === undefined ? [] : [stateView(decoded.claims)];
      ticking = [...state, ...claims.ticking];
      content.replaceChildren(
        factsOf(decoded, state),
        toolbar,
        compactView(token.compact, decoded.kind),
        part("header", "JOSE header", jsonView(token.compact.split(".")[0] ?? "", "JOSE header")),
        part("payload", "Claims", ...claims.nodes),
      );
      tick(Date.now() / 1000);
    },
  };
}

function titleOf({ origin, provider, profile }: ShownToken): string {
  if (origin === "pasted") return provider === undefined ? "Pasted token" : `Pasted ${provider} token`;
  const kind = provider === undefined ? "Minted token" : `${provider} token`;
  return profile === undefined ? kind : `${kind} for ${profile}`;
}

/** Time and signature are two facts: what is not expired may still be forged. */
function factsOf({ header, kind }: Decoded, state: readonly TickingView[]): HTMLElement {
  const alg = typeof header["alg"] === "string" ? header["alg"].slice(0, 40) : "";
  const signature = kind === "JWS" ? "signature not checked" : "not decrypted";
  return element("p", { class: "facts" }, ...state.map(({ node }) => node), fact(`${kind}, ${alg}`), fact(signature));
}

const fact = (text: string) => element("span", { class: "fact" }, text);

function claimsOf({ kind, claims }: Decoded, compact: string) {
  if (claims !== undefined) {
    const times = timesView(claims);
    return { nodes: [jsonView(compact.split(".")[1] ?? "", "Claims"), times.node], ticking: [times] };
  }
  const reason =
    kind === "JWE" ? "They are encrypted, so only the recipient's key shows them." : "The payload is no JSON object.";
  return { nodes: [element("p", { class: "quiet" }, reason)], ticking: [] };
}

const part = (name: string, title: string, ...content: readonly Node[]) =>
  element("div", { class: `part part-${name}-block` }, element("h3", {}, title), ...content);
