import assert from "node:assert/strict";
import { UserError } from "../../../../src/core/errors.ts";

/** The code of the UserError that `promise` must reject with. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof UserError, `rejected with ${String(error)}`);
  return error.code;
}
