/** What verifies tokens with keys in any form: the entry of a bundle of its own, which is loaded when the first is verified. */
export { keysFromText } from "./keysFromText.ts";
export { storedVerificationKey } from "./verificationKey.ts";
export { verifyToken } from "./verifyToken.ts";
