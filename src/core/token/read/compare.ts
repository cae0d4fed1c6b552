import type { ExactObject } from "../../exactJson.ts";
import { compareMembers } from "./compareMembers.ts";
import { decode, exactParts } from "./decode.ts";

/** The names of what differs between two tokens. */
interface Differences {
  readonly header: readonly string[];
  readonly claims: readonly string[];
}

/** A member that only one token has differs too; the order of members does not count. Throws TOKEN_INVALID. */
export function differences(token: string, other: string): Differences {
  const [a, b] = [exactParts(decode(token)), exactParts(decode(other))];
  return { header: differing(a.header, b.header), claims: differing(a.claims, b.claims) };
}

const differing = (left: ExactObject | undefined, right: ExactObject | undefined): readonly string[] =>
  compareMembers(left, right).flatMap(({ name, same }) => (same ? [] : [name]));
