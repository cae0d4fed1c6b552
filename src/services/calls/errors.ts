import { userError } from "../../core/errors.ts";
import { quoted } from "../../core/visible.ts";
import type { CallSubject } from "./answers.ts";

export const callNotAllowed = ({ profile, key }: CallSubject) =>
  userError(
    "CALL_NOT_ALLOWED",
    `You have not let calls by tasks, keybindings and extensions sign with the ${profile === undefined ? `key ${quoted(key)}` : `profile ${quoted(profile)}`} here.`,
    'Call again and allow it in the dialog, or set jwtMint.callsByArgument to "allow" in your user settings.',
  );

export const callsRefused = () =>
  userError(
    "CALL_NOT_ALLOWED",
    "Your setting jwtMint.callsByArgument refuses to sign for tasks, keybindings and extensions.",
    'Set it to "ask" in your user settings, or run the command by hand.',
  );

export const noAllowedCalls = () =>
  userError(
    "NO_ALLOWED_CALLS",
    "No call is allowed so far.",
    "You are asked when a task, keybinding or extension calls.",
  );

export const changeNotConfirmed = () =>
  userError(
    "CALL_NOT_ALLOWED",
    "Nothing was changed: a call by argument replaces, renames or deletes only what you agree to in a dialog.",
    "Call again and agree, or run the command by hand.",
  );
