import { UserError } from "../../errors.ts";

export const pemDashes = () =>
  new UserError(
    "KEY_PEM_HEADER",
    "The dashes of the BEGIN or END line were changed by a word processor. Write five hyphens on each side of both lines, or copy the key again.",
  );

export const pemHeader = () =>
  new UserError(
    "KEY_PEM_HEADER",
    "The header line of this key is damaged or missing. It must be BEGIN and the kind of key, in capitals with five hyphens on each side.",
  );

export const pemLabelMismatch = () =>
  new UserError(
    "KEY_PEM_LABEL_MISMATCH",
    "The BEGIN and END lines of this key differ, so two files may have been mixed. Copy the whole key again.",
  );

export const pemTruncated = () =>
  new UserError(
    "KEY_PEM_TRUNCATED",
    "The END line of this key is missing, so its end was not copied. Copy the whole key again.",
  );

/** `line` and `column` count from 1. */
export const pemBadCharacter = (line: number, column: number) =>
  new UserError(
    "KEY_PEM_BAD_CHARACTER",
    `Line ${line}, column ${column} holds a character that no key contains. Remove it, or copy the key again.`,
  );
