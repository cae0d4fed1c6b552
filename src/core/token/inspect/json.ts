import { scanJson, stringIn } from "../../jsonScan.ts";
import { largestToken } from "../read/decode.ts";
import type { Finding, Subject } from "./finding.ts";
import { hidesText, quoted } from "../../visible.ts";
import { shownValue } from "./shownValue.ts";

/** What a token's JSON says that a parser hides: members named twice, numbers it cannot hold, characters nobody sees. */
export const jsonFindings = ({
  compact,
  decoded: { text },
}: Pick<Subject, "compact" | "decoded">): readonly Finding[] =>
  compact.length > largestToken
    ? []
    : [text.header, text.claims].flatMap((json) => (json === undefined ? [] : faultsIn(json)));

/** Findings of one JSON text that parses: one a kind, for its first place. */
function faultsIn(json: string): readonly Finding[] {
  const faults = new Map<string, Finding>();
  const known: Set<string>[] = [];
  // Most texts hold nothing that need be looked at letter by letter.
  const plain = /^[\u0020-\u005b\u005d-\u007e]*$/.test(json);
  let name = "";
  for (const { kind, start, end, depth } of scanJson(json)) {
    if (kind === "{") known[depth] = new Set();
    if (kind !== "name" && kind !== "string" && kind !== "number") continue;
    const piece = json.slice(start, end);
    if (kind === "number") {
      note(faults, numberFault(piece, name));
      continue;
    }
    const text = stringIn(piece);
    if (kind === "name") {
      name = text;
      note(faults, nameFault(text, known[depth - 1]));
    }
    if (!plain && hidesText(text.replaceAll(/[\t\n\r]/g, ""))) note(faults, invisibleFault(name));
  }
  return [...faults.values()];
}

const note = (faults: Map<string, Finding>, fault: Finding | undefined) => {
  if (fault !== undefined && !faults.has(fault.code)) faults.set(fault.code, fault);
};

/** Parsers disagree on which of two wins, so two services may read two tokens out of one (RFC 7519 §4). */
function nameFault(name: string, known: Set<string> | undefined): Finding | undefined {
  if (known?.has(name) === true) {
    return {
      code: "JSON_DUPLICATE_KEY",
      severity: "error",
      message: `${quoted(name)} appears twice, and services differ on which one counts (RFC 7519 §4).`,
      remedy: "Mint the token with each member once.",
    };
  }
  known?.add(name);
  if (!/[^\u0000-\u007f]/.test(name)) return undefined;
  return {
    code: "CLAIM_NAME_NOT_ASCII",
    severity: "info",
    message: `The name ${quoted(name)} has non-ASCII letters, which may look like others.`,
    remedy: "Check that it is the name the service expects.",
  };
}

/** Whole numbers beyond 2^53 lose digits in most parsers (RFC 8259 §6). */
function numberFault(number: string, name: string): Finding | undefined {
  const whole = /^-?\d+$/.test(number);
  if (Number.isFinite(Number(number)) && !(whole && !Number.isSafeInteger(Number(number)))) return undefined;
  return {
    code: "NUMBER_TOO_LARGE",
    severity: "warning",
    message: `${quoted(name)} is ${shownValue({ digits: number })}, which is larger than 2^53, so many services will read a different number.`,
    remedy: "If your service does, mint the token with the number as a text.",
  };
}

const invisibleFault = (name: string): Finding => ({
  code: "CLAIM_INVISIBLE_CHARS",
  severity: "warning",
  message: `${quoted(name)} holds characters that cannot be seen or that turn the text around.`,
  remedy: "Check the escaped form; the visible text may mislead you.",
});
