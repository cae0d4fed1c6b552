import { fileTooLarge } from "../inputErrors.ts";
import { type Alg, type KeyType } from "../../algorithms.ts";
import { UserError } from "../../errors.ts";
import type { Candidate } from "./choose.ts";

import { findKeys, largestInput } from "./input.ts";
import { shapeOf } from "../check/fit.ts";

/** What may be shown of a private key that is one of several in an input. */
export interface KeyChoice {
  /** What `ReadOptions.pick` takes. */
  readonly index: number;
  /** Absent while the key is encrypted. */
  readonly kty?: KeyType;
  readonly alg?: Alg;
  readonly crv?: string;
  readonly bits?: number;
  readonly kid?: string;
  /** What the text around it calls it, such as an environment variable. */
  readonly name?: string;
}

/** The private keys of an input that can be read, for a person to choose from. Throws UserError when there is none at all. */
export function listKeys(input: string | Uint8Array): readonly KeyChoice[] {
  if (input.length > largestInput) throw fileTooLarge();
  const candidates = findKeys(typeof input === "string" ? input : new Uint8Array(input));
  return candidates.flatMap((candidate, index) => choiceOf(candidate, index));
}

function choiceOf(candidate: Candidate, index: number): readonly KeyChoice[] {
  try {
    const found = candidate();
    const { kid: id, name } = found;
    const kid = { ...(id !== undefined && { kid: id }), ...(name !== undefined && { name }) };
    if ("open" in found) return [{ index, ...kid }];
    return [{ index, ...shapeOf(found.parts), ...(found.alg !== undefined && { alg: found.alg }), ...kid }];
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}
