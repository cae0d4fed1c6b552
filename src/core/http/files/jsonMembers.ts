import { scanJson, stringIn } from "../../jsonScan.ts";
import type { Steps } from "../../steps.ts";

/** A member of a JSON object (RFC 8259 §4) and where its value stands. */
export interface Member {
  readonly name: string;
  /** What stands between the member and the brace or comma before it. */
  readonly space: string;
  readonly start: number;
  readonly end: number;
}

/** The members of the object that opens at `offset` of a text that is valid JSON, without those of objects inside. */
export function* membersOf(text: string, offset: number): Steps<readonly Member[]> {
  const members: Member[] = [];
  let before = offset + 1;
  let own = { name: "", space: "", start: 0 };
  for (const { kind, start, end, depth } of scanJson(text, offset)) {
    yield;
    if (depth === 0 && kind === "}") break;
    if (depth !== 1 || kind === ":") continue;
    if (kind === ",") before = end;
    else if (kind === "name")
      own = { name: stringIn(text.slice(start, end)), space: text.slice(before, start), start: 0 };
    else {
      // A value begins with its first piece at this depth and ends with its last.
      if (kind !== "}" && kind !== "]") own.start = start;
      if (kind !== "{" && kind !== "[") members.push({ ...own, end });
    }
  }
  return members;
}
