import {
  type ExactJson,
  type ExactMember,
  type ExactObject,
  exactText,
  isExactList,
  isExactObject,
} from "../../exactJson.ts";
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

/** A member of two objects beside each other. A side without it is absent. */
export interface ComparedMember {
  readonly name: string;
  readonly left?: ExactJson;
  readonly right?: ExactJson;
  /**
   * Whether both have it with the same value, numbers with the same digits; the order of members inside it does not
   * matter (RFC 8259 §4).
   */
  readonly same: boolean;
}

const none: ExactObject = { members: [] };

/** The members of two objects: those of the left one in its order, then what only the right one has. */
export function compareMembers(left: ExactObject = none, right: ExactObject = none): readonly ComparedMember[] {
  const [ofLeft, ofRight] = [new Map(left.members), new Map(right.members)];
  const names = new Set([...ofLeft.keys(), ...ofRight.keys()]);
  return Array.from(names, (name) => compared(name, ofLeft.get(name), ofRight.get(name)));
}

function compared(name: string, left: ExactJson | undefined, right: ExactJson | undefined): ComparedMember {
  return {
    name,
    ...(left !== undefined && { left }),
    ...(right !== undefined && { right }),
    same: left !== undefined && right !== undefined && exactText(sorted(left)) === exactText(sorted(right)),
  };
}

function sorted(value: ExactJson): ExactJson {
  if (isExactList(value)) return value.map(sorted);
  if (!isExactObject(value)) return value;
  const members = value.members.map(([name, item]): ExactMember => [name, sorted(item)]);
  return { members: members.toSorted(([a], [b]) => (a < b ? -1 : 1)) };
}
