/**
 * What reads, makes and exports keys, verifies with keys in any form, and decrypts: the entry of a bundle of its own, which is
 * loaded when the first of these is done. Minting, hovers and lenses do not need it.
 */
export { exportPrivateKey, exportPublicKey, exportSecret } from "../core/keys/export.ts";
export { generableAlgs, generateKey } from "../core/keys/generate.ts";
export { listKeys } from "../core/keys/read/listKeys.ts";
export { readKey } from "../core/keys/read/read.ts";
export { decryptToken } from "../core/token/decrypt/decryptToken.ts";
export { encryptionOf } from "../core/token/decrypt/encryption.ts";
export { keysFromText } from "../core/token/verify/keysFromText.ts";
export { storedVerificationKey } from "../core/token/verify/verificationKey.ts";
export { verifyToken } from "../core/token/verify/verifyToken.ts";
export { keysFromUrl } from "./keysFromUrl.ts";
