import type { Code } from "./codes.ts";

/** What is wrong, and what to do about it: behind every `UserError`, and every finding in a token. */
export interface Fault {
  /** Stable, so that callers and tests need not know the wording. */
  readonly code: Code;
  /** What is wrong, a sentence. Never key or token material, but for short values of a token that are made safe. */
  readonly message: string;
  /** What to do, a sentence. */
  readonly remedy: string;
  /** A page that says how to mend it. */
  readonly link?: string;
  /** True of a text that is not a key in any known form, and may be a secret. */
  readonly mayBeSecret?: boolean;
}

export const fault = (code: Code, message: string, remedy: string, link?: string): Fault => ({
  code,
  message,
  remedy,
  ...(link !== undefined && { link }),
});

/** A failure the user can mend. Its `message` has both sentences of its fault. */
export class UserError extends Error {
  readonly fault: Fault;

  constructor(what: Fault) {
    super(`${what.message} ${what.remedy}`);
    this.name = "UserError";
    this.fault = what;
  }

  get code(): Code {
    return this.fault.code;
  }
}

export const userError = (...parts: Parameters<typeof fault>): UserError => new UserError(fault(...parts));

/** What work gives, or the failure that the user can mend; throws any other. */
export async function orUserError<T>(work: Promise<T>): Promise<T | UserError> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

/** Likewise for synchronous work. */
export function attempt<T>(work: () => T): T | UserError {
  try {
    return work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

/** The failure of a check that the user can mend; undefined where it passes. */
export function refusalOf(check: () => unknown): UserError | undefined {
  const outcome = attempt(check);
  return outcome instanceof UserError ? outcome : undefined;
}

export const argumentInvalid = (reason: string) =>
  userError(
    "ARGUMENT_INVALID",
    `The command's argument is not right: ${reason}.`,
    "Correct it and call the command again.",
  );
