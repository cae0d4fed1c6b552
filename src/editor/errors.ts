import { userError } from "../core/errors.ts";

export const noEditor = () =>
  userError(
    "NO_EDITOR",
    "No file is open to insert the token into.",
    "Open a .http file, put the cursor in a request and try again.",
  );

export const noRequestFile = () =>
  userError(
    "NO_REQUEST_FILE",
    "No file with requests is open to insert the token into.",
    "Open a .http file, put the cursor in a request and try again.",
  );

export const editNotApplied = () =>
  userError(
    "EDIT_NOT_APPLIED",
    "The file could not be changed.",
    "If it is read-only, make it writable and try again.",
  );
