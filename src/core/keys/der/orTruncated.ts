import { keyTruncated } from "../errors.ts";
import { DerError } from "./der.ts";

/** Reads a structure of which it is known what it should be. Throws KEY_TRUNCATED for a DerError. */
export function orTruncated<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof DerError) throw keyTruncated();
    throw error;
  }
}
