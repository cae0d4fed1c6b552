/**
 * The dialogs around keys and profiles, reading and making them and handing them on: the entry of a bundle of its own, which
 * is loaded when the first of them opens.
 */
export { askProfile } from "./profiles/askProfile.ts";
export { decryptAsking } from "./tokens/decryptAsking.ts";
export { careForTokenFile } from "./keys/fileCare.ts";
export { generateAsking } from "./keys/generateKey.ts";
export { importAsking } from "./keys/importAsking.ts";
export { panelPrompts } from "./profiles/panelPrompts.ts";
export { askPrivateKeyFile } from "./keys/privateKey.ts";
export { askVerification, verifyAsking } from "./tokens/verifyAsking.ts";
