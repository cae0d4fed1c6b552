import type { Json, JsonObject } from "../../json.ts";

/** A member of two objects beside each other. A side without it is absent. */
export interface ComparedMember {
  readonly name: string;
  readonly left?: Json;
  readonly right?: Json;
  /** Whether both have it with the same value; the order of members inside it does not matter (RFC 8259 §4). */
  readonly same: boolean;
}

/** The members of two objects: those of the left one in its order, then what only the right one has. */
export function compareMembers(left: JsonObject, right: JsonObject): readonly ComparedMember[] {
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return names.map((name) => compared(name, own(left, name), own(right, name)));
}

function compared(name: string, left: Json | undefined, right: Json | undefined): ComparedMember {
  return {
    name,
    ...(left !== undefined && { left }),
    ...(right !== undefined && { right }),
    same: left !== undefined && right !== undefined && sorted(left) === sorted(right),
  };
}

const own = (object: JsonObject, name: string) => (Object.hasOwn(object, name) ? object[name] : undefined);

const sorted = (value: Json): string =>
  JSON.stringify(value, (_name, item: unknown) =>
    typeof item === "object" && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
