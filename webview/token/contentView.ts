import { partText } from "../../src/core/token/read/base64url.ts";
import { decode, type Decoded, exactParts, signedPart } from "../../src/core/token/read/decode.ts";
import { visible } from "../../src/core/visible.ts";
import { element } from "../element.ts";
import { disclosuresView } from "./disclosuresView.ts";
import { claimsView } from "./claimsView.ts";
import { compactView } from "./compactView.ts";
import { jsonView } from "./jsonView.ts";
import { linkParts } from "./linkParts.ts";
import type { TickingView } from "./tickingView.ts";
import { timelineView } from "./timelineView.ts";

/** Tokens inside tokens are opened no deeper than this. */
const MAX_NESTING = 4;

/** What a token says: its compact form, header and claims, and a token inside it likewise. */
export interface ContentView {
  readonly nodes: readonly Node[];
  readonly ticking: readonly TickingView[];
}

let lastLink = 0;

export function contentView(compact: string, decoded: Decoded, nesting = 0): ContentView {
  const [, payload = ""] = signedPart(compact).split(".");
  const [headerLink, payloadLink] = [`${++lastLink}`, `${++lastLink}`];
  const headerJson = jsonView(decoded.text.header, nested("JOSE header", nesting), headerLink);
  const linked = [{ link: headerLink, encoded: headerJson.encoded }];
  const ticking: TickingView[] = [];
  const claims: Node[] = [];
  if (decoded.claims !== undefined) {
    const json = jsonView(decoded.text.claims ?? "", nested("Claims", nesting), payloadLink);
    linked.push({ link: payloadLink, encoded: json.encoded });
    ticking.push(timelineView(decoded.claims), claimsView(exactParts(decoded).claims));
    claims.push(json.node, ...ticking.map(({ node }) => node));
  } else if (decoded.kind === "JWS") {
    const inner = innerToken(payload, nesting);
    claims.push(...(inner?.nodes ?? [quiet("The payload is not a JSON object.")]));
    ticking.push(...(inner?.ticking ?? []));
  } else {
    claims.push(
      element("div", { class: "sealed" }, quiet("They are encrypted, so only the recipient's key shows them.")),
    );
  }
  const node = element(
    "div",
    { class: "parts" },
    compactView(compact, { kind: decoded.kind, label: nested("Compact form", nesting) }, linked),
    part("header", "JOSE header", headerJson.node),
    part("payload", "Claims", ...claims),
    ...disclosuresView(compact),
  );
  linkParts(node);
  return { nodes: [node], ticking };
}

const nested = (label: string, nesting: number) => (nesting === 0 ? label : `${label} of the token inside, ${nesting}`);

/** A payload that is a token itself (RFC 7519 §5.2, `cty` JWT). */
function innerToken(payload: string, nesting: number): ContentView | undefined {
  if (nesting === MAX_NESTING) return undefined;
  try {
    return tokenInside(partText(payload) ?? "", nesting);
  } catch {
    return undefined;
  }
}

/** What was inside an encrypted token: a token (RFC 7519 §5.2), JSON, or another text. */
export function openedView(text: string): ContentView {
  try {
    return tokenInside(text, 0);
  } catch {
    return { nodes: [part("payload", "Decrypted", jsonOrText(text))], ticking: [] };
  }
}

function jsonOrText(text: string): Node {
  try {
    JSON.parse(text);
    return jsonView(text, "Decrypted", `${++lastLink}`).node;
  } catch {
    return element("pre", { class: "json", role: "region", "aria-label": "Decrypted", tabindex: "0" }, visible(text));
  }
}

/** A token that stands inside another one. Throws what `decode` throws. */
function tokenInside(compact: string, nesting: number): ContentView {
  const { nodes, ticking } = contentView(compact, decode(compact), nesting + 1);
  return { nodes: [quiet("The payload is a token itself:"), ...nodes], ticking };
}

const quiet = (text: string) => element("p", { class: "quiet" }, text);

const part = (name: string, title: string, ...content: readonly Node[]) =>
  element("div", { class: `part part-${name}-block` }, element("h3", {}, title), ...content);
