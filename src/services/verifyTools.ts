/** What verifies tokens with keys in any form: the entry of a bundle of its own, which is loaded when the first is verified. */
export { keysFromText } from "../core/token/verify/keysFromText.ts";
export { storedVerificationKey } from "../core/token/verify/verificationKey.ts";
export { verifyToken } from "../core/token/verify/verifyToken.ts";
export { keysFromUrl } from "./keysFromUrl.ts";
