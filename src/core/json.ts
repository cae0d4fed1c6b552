/** A JSON value (RFC 8259). */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [member: string]: Json;
}

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isJsonArray = (value: unknown): value is readonly Json[] => Array.isArray(value);

/** The value of a JSON text; undefined for a text that is not JSON. */
export function jsonIn(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** A value as JSON text whose members stand in the order of their names, so that values that say the same are the same text. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, withSortedMembers);

const withSortedMembers = (_member: string, value: unknown): unknown =>
  isJsonObject(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value;
