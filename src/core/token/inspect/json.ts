import { isTooDeep, largestToken, signedPart } from "../read/decode.ts";
import { partText } from "../read/base64url.ts";
import { hidesText } from "../../visible.ts";
import type { Finding } from "./finding.ts";
import { shownName } from "./shown.ts";
import type { Subject } from "./subject.ts";

/** What a token's JSON says that a parser hides: members named twice, numbers it cannot hold, characters nobody sees. */
export function jsonFindings({
  compact,
  decoded: { header, claims },
}: Pick<Subject, "compact" | "decoded">): readonly Finding[] {
  if (compact.length > largestToken) return [];
  const [first = "", second = ""] = signedPart(compact).split(".", 2);
  const payload = header["b64"] === false ? second : partText(second);
  const texts = [partText(first), claims === undefined ? undefined : payload];
  return texts.flatMap((text) => (text === undefined || isTooDeep(text) ? [] : faultsIn(text)));
}

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|[{}[\]]/g;

/** Findings of one JSON text that parses: one a kind, for its first place. */
function faultsIn(json: string): readonly Finding[] {
  const faults = new Map<string, Finding>();
  const open: (Set<string> | undefined)[] = [];
  const colon = /[ \t\r\n]*:/y;
  // Most texts hold nothing that need be looked at letter by letter.
  const plain = /^[\u0020-\u005b\u005d-\u007e]*$/.test(json);
  let name = "";
  for (const { 0: token, index } of json.matchAll(tokens)) {
    const first = token.charAt(0);
    if (first === "{" || first === "[") open.push(first === "{" ? new Set() : undefined);
    else if (first === "}" || first === "]") open.pop();
    else if (first !== '"') note(faults, numberFault(token, name));
    else {
      const text = textOf(token);
      colon.lastIndex = index + token.length;
      if (open.at(-1) !== undefined && colon.test(json)) {
        name = text;
        note(faults, nameFault(text, open.at(-1)));
      }
      if (!plain && hidesText(text.replaceAll(/[\t\n\r]/g, ""))) note(faults, invisibleFault(name));
    }
  }
  return [...faults.values()];
}

const note = (faults: Map<string, Finding>, fault: Finding | undefined) => {
  if (fault !== undefined && !faults.has(fault.code)) faults.set(fault.code, fault);
};

function textOf(literal: string): string {
  if (!literal.includes("\\")) return literal.slice(1, -1);
  const text: unknown = JSON.parse(literal);
  return String(text);
}

/** Parsers disagree on which of two wins, so two services may read two tokens out of one (RFC 7519 §4). */
function nameFault(name: string, known: Set<string> | undefined): Finding | undefined {
  if (known?.has(name) === true) {
    return {
      code: "JSON_DUPLICATE_KEY",
      severity: "error",
      message: `"${shownName(name)}" appears twice, and services differ on which one counts (RFC 7519 §4).`,
      remedy: "Mint the token with each member once.",
    };
  }
  known?.add(name);
  if (!/[^\u0000-\u007f]/.test(name)) return undefined;
  return {
    code: "CLAIM_NAME_NOT_ASCII",
    severity: "info",
    message: `The name "${shownName(name)}" has letters beyond ASCII, which may look like others.`,
    remedy: "Check that it is the name the service means.",
  };
}

/** Whole numbers above 2^53 lose digits in most parsers (RFC 8259 §6). */
function numberFault(number: string, name: string): Finding | undefined {
  const whole = /^-?\d+$/.test(number);
  if (Number.isFinite(Number(number)) && !(whole && !Number.isSafeInteger(Number(number)))) return undefined;
  return {
    code: "NUMBER_TOO_LARGE",
    severity: "warning",
    message: `The number of "${shownName(name)}" is above 2^53, so most services read another one.`,
    remedy: "Mint the token with it as a text.",
  };
}

const invisibleFault = (name: string): Finding => ({
  code: "CLAIM_INVISIBLE_CHARS",
  severity: "warning",
  message: `"${shownName(name)}" holds characters that cannot be seen or that turn the text around.`,
  remedy: "Look at it with its escapes, and do not trust how it reads.",
});
