/** What verifies tokens with keys in any form: the entry of a bundle of its own, which is loaded when the first is verified. */
export { keysFromText } from "../core/jwt/verify/keysFromText.ts";
export { storedVerificationKey } from "../core/jwt/verify/verificationKey.ts";
export { verifyToken } from "../core/jwt/verify/verifyToken.ts";
export { keysFromUrl } from "./keysFromUrl.ts";
