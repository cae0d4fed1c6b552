import { isAlg } from "../../algorithms.ts";
import type { Code } from "../../codes.ts";
import type { ExactJson, ExactObject } from "../../exactJson.ts";
import type { Json } from "../../json.ts";
import { jsonText } from "../../jsonText.ts";
import { codeBlock, plainText } from "../../markdown.ts";
import { shown } from "../../visible.ts";
import { isNone } from "../rules/algorithm.ts";
import type { Finding } from "../inspect/finding.ts";
import type { Inspection } from "../inspect/inspect.ts";
import type { ExactParts } from "../read/decode.ts";
import { describeState, momentOf } from "./state.ts";

/** What a hover says, in Markdown: in words what a token is, and what stands in it. */
interface HoverText {
  readonly summary: string;
  /** A code block; the only place where content of the token is shown. */
  readonly content: string;
}

/** How many findings, lines and characters a hover has room for. The panel shows the rest. */
const FINDINGS = 3;
const LINES = 60;
const CHARACTERS = 240;
const LINE_LENGTH = 72;

/** Findings that the first line tells in other words. */
const told: ReadonlySet<Code> = new Set<Code>(["CLAIM_EXPIRED", "CLAIM_NOT_YET_VALID"]);

/**
 * `token`: what it shows. `names`: provider and profile as people call them, or else what kind of token it is.
 * `now` in seconds since the epoch.
 */
export function hoverText(inspection: Inspection, token: ExactParts, names: readonly string[], now: number): HoverText {
  const { header, claims, state } = inspection;
  const [name = "", ...others] = names.map((each) => plainText(shown(each)));
  const icon = state === "expired" || state === "not-yet-valid" ? `${icons.error} ` : "";
  const words = claims === undefined ? [] : [icon + plainText(describeState(claims, now))];
  const summary = [
    [`**${name}**`, ...others, ...words].join(" · "),
    [...algWords(header["alg"]), signatureWords(inspection)].join(" · "),
    ...findingLines(inspection.findings.filter(({ code }) => !told.has(code))),
  ];
  const parts = [section("Header", token.header, now)];
  if (token.claims !== undefined) parts.push(section("Claims", token.claims, now));
  // Two spaces keep the lines of a paragraph apart.
  return { summary: summary.join("  \n"), content: codeBlock(shorten(parts.join("\n\n")), "jsonc") };
}

/** Only names of algorithms that we know: all other text is the token's own. */
const algWords = (alg: Json | undefined) => (typeof alg === "string" && isAlg(alg) ? [alg] : []);

function signatureWords({ kind, header, signature, key }: Inspection): string {
  if (kind === "JWE") return "only its header can be read without its key";
  if (isNone(header["alg"])) return "$(error) not signed";
  if (signature === "verified") return `$(verified) made with your key ${plainText(shown(key ?? ""))}`;
  return signature === "failed" ? "$(unverified) not made with any of your keys" : "signature unchecked";
}

const icons: Readonly<Record<Finding["severity"], string>> = {
  error: "$(error)",
  warning: "$(warning)",
  info: "$(info)",
};

function findingLines(findings: readonly Finding[]): string[] {
  const lines = findings.slice(0, FINDINGS).map(({ severity, message, remedy }) => {
    return `${icons[severity]} ${plainText(`${message} ${remedy}`)}`;
  });
  const more = findings.length - lines.length;
  return more > 0 ? [...lines, `and ${more} more: Inspect shows them`] : lines;
}

function section(title: string, part: ExactObject, now: number): string {
  const comment = (member: string, value: ExactJson) => momentOf(member, value, now);
  return `// ${title}\n${jsonText(part, { comment, longestText: CHARACTERS, lineLength: LINE_LENGTH })}`;
}

/** Cut between two lines, so that no text is taken apart. */
function shorten(text: string): string {
  const lines = text.split("\n");
  return lines.length <= LINES ? text : [...lines.slice(0, LINES), "// … Inspect shows the rest"].join("\n");
}
