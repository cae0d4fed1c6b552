/**
 * The dialogs around reading a key, making one and handing it on: the entry of a bundle of its own, which is loaded when the first of
 * them opens. They show no failure themselves: what they throw is for the caller to show.
 */
export { decryptAsking } from "./decryptAsking.ts";
export { careForKeyFile, careForTokenFile } from "./fileCare.ts";
export { askGeneratedKey } from "./generateKey.ts";
export { generateShowing } from "./generating.ts";
export { askPrivateKeyFile } from "./privateKey.ts";
export { offerPublicKey } from "./publicKey.ts";
export { readKeyInput, readNewKey } from "./readNewKey.ts";
export { askVerification, verifyAsking } from "./verifyAsking.ts";
