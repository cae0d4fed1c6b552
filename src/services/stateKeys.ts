/** The keys of what is remembered in `globalState`. */
export const globalKey = {
  /** What calls by argument a person allowed. */
  allowedCalls: "allowedCalls",
  /** The summaries of keys once seen. */
  keysSeen: "keysSeen",
  /** The names of keys for one window only. */
  windowKeysSeen: "windowKeysSeen",
  /** The names of the keys that the user was told are gone. */
  keysToldLost: "keysToldLost",
  /** When the entry was planted that tells whether the secret storage forgets. */
  canary: "canary",
  /** The extension that sends requests. */
  sender: "sender",
} as const;

/** The keys of what is remembered in `workspaceState`. */
export const workspaceKey = {
  /** The profiles of the workspace that the user confirmed. */
  confirmedProfiles: "confirmedProfiles",
  /** The name of the profile that was used last. */
  lastProfile: "lastProfile",
} as const;
