/**
 * The dialogs around keys and profiles, reading and making them and handing them on: the entry of a bundle of its own, which
 * is loaded when the first of them opens.
 */
export { askProfile } from "./askProfile.ts";
export { decryptAsking } from "./decryptAsking.ts";
export { careForTokenFile } from "./fileCare.ts";
export { generateAsking } from "./generateKey.ts";
export { importAsking } from "./importAsking.ts";
export { panelPrompts } from "./panelPrompts.ts";
export { askPrivateKeyFile } from "./privateKey.ts";
export { askVerification, verifyAsking } from "./verifyAsking.ts";
