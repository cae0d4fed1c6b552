import { userError } from "../../errors.ts";
import type { EncryptedKey, FoundKey } from "../parts.ts";

/** A private key of an input, not yet read, so that one that is refused does not stand in the way of the others. */
export type Candidate = () => FoundKey | EncryptedKey;

/** Reads one of the private keys of an input: `pick` counts from 0. Throws KEY_SEVERAL, KEY_PICK, and what reading throws. */
export function choose(candidates: readonly Candidate[], pick: number | undefined): FoundKey | EncryptedKey {
  if (pick === undefined && candidates.length > 1) throw keySeveral(candidates.length);
  const chosen = candidates[pick ?? 0];
  if (chosen === undefined) throw keyPick(candidates.length);
  return chosen();
}

const keySeveral = (count: number) =>
  userError(
    "KEY_SEVERAL",
    `There are ${count} private keys in this input.`,
    "Choose one of them, or import a copy with only that one.",
  );

const keyPick = (count: number) =>
  userError(
    "KEY_PICK",
    "This input has no private key at that position.",
    `Choose one of its ${count}, counted from 0.`,
  );
