import { type Steps, STEP } from "../../steps.ts";
import type { PlacedToken } from "./placing.ts";

/** A value that may refer to others by name, as in `Bearer {{name}}`. */
export interface Value {
  /** What its references lead to, in their order; filled in once all values are there. */
  next: readonly Value[];
  /** The token in it; later the nearest that it leads to. */
  token: PlacedToken | undefined;
  /** How many references away that token is. */
  distance: number;
  /** Part of it comes from elsewhere: a response, an environment, a system variable. */
  opaque: boolean;
}

export const valueOf = (token?: PlacedToken): Value => ({
  next: [],
  token,
  distance: token === undefined ? Infinity : 0,
  opaque: false,
});

const reference = /\{\{([^{}]*)\}\}/g;
const plainName = /^[A-Za-z_][\w-]*$/;

/** The names that a text refers to, in their order; undefined for what is not the name of a variable. */
export function* referencesIn(text: string): Steps<readonly (string | undefined)[]> {
  const names: (string | undefined)[] = [];
  for (const [, inner = ""] of text.matchAll(reference)) {
    if (names.length % STEP === STEP - 1) yield;
    const name = inner.trim();
    names.push(plainName.test(name) ? name : undefined);
  }
  return names;
}

/**
 * Finds what each value leads to: the nearest token, of those equally near the first, and whether anything is opaque. All of
 * them at once, so that thousands of requests that share a chain of thousands of definitions cost no more than the chain.
 */
export function* followReferences(values: readonly Value[]): Steps<void> {
  const referring = new Map<Value, Value[]>();
  for (const value of values) {
    yield;
    for (const next of value.next) {
      const known = referring.get(next);
      if (known === undefined) referring.set(next, [value]);
      else known.push(value);
    }
  }
  const near = values.filter(({ token }) => token !== undefined);
  for (const value of near) {
    yield;
    value.token ??= value.next.find(({ distance }) => distance === value.distance - 1)?.token;
    for (const before of referring.get(value) ?? []) {
      if (before.distance !== Infinity) continue;
      before.distance = value.distance + 1;
      near.push(before);
    }
  }
  const opaque = values.filter((value) => value.opaque);
  for (const value of opaque) {
    yield;
    for (const before of referring.get(value) ?? []) {
      if (before.opaque) continue;
      before.opaque = true;
      opaque.push(before);
    }
  }
}
