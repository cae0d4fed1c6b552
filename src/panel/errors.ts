import { userError } from "../core/errors.ts";

export const requestRefused = () =>
  userError(
    "REQUEST_REFUSED",
    "The panel could not read that: it is incomplete or longer than 1 MB.",
    "Paste one token, or close the panel and open it again.",
  );

export const noTokenShown = () =>
  userError("NO_TOKEN_SHOWN", "The panel shows no token.", "Mint one or paste one first.");

export const recentTokenGone = () =>
  userError("RECENT_TOKEN_GONE", "This token is no longer in the list of recent tokens.", "Mint it from its profile.");
