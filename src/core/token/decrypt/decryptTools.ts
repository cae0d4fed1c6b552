/** What opens encrypted tokens: the entry of a bundle of its own, which is loaded when the first is opened. */
export { decryptToken } from "./decryptToken.ts";
export { encryptionOf } from "./encryption.ts";
