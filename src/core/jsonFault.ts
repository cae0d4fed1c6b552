import { deepestJson, scanJson, stringIn } from "./jsonScan.ts";

/** Why a JSON text that a person wrote is not taken, and where. */
export interface JsonFault {
  readonly kind: "syntax" | "repeated name" | "depth";
  readonly offset: number;
  /** The name that is repeated. */
  readonly name?: string;
}

/**
 * Where a text stops being JSON (RFC 8259): the offset of the first token that cannot stand there.
 * Engines differ in their messages, and quote the input in them; this tells the place alone.
 */
export function jsonFaultAt(text: string): number {
  for (const { kind, start } of scanJson(text)) if (kind === "fault") return start;
  return text.length;
}

/** The first fault of a JSON text that a person wrote; undefined for one that is read as it was meant. */
export function jsonFault(text: string): JsonFault | undefined {
  const known: Set<string>[] = [];
  for (const { kind, start: offset, end, depth } of scanJson(text)) {
    if (kind === "fault") return { kind: "syntax", offset };
    if ((kind === "{" || kind === "[") && depth === deepestJson) return { kind: "depth", offset };
    if (kind === "{") known[depth] = new Set();
    if (kind !== "name") continue;
    const name = stringIn(text.slice(offset, end));
    if (known[depth - 1]?.has(name) === true) return { kind: "repeated name", offset, name };
    known[depth - 1]?.add(name);
  }
  return undefined;
}
