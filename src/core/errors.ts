/**
 * A failure the user can mend. `message` is one sentence for what happened and one for what to do,
 * and never holds key or token material. `code` is stable, so that tests need not know the wording.
 */
export class UserError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "UserError";
    this.code = code;
  }
}
