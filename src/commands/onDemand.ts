/** Commands that are not run all the time: the entry of a bundle of its own, which is loaded when the first of them runs. */
export { compareTokens } from "./tokens/compareTokens.ts";
export { copyPayload } from "./tokens/copyPayload.ts";
export { decodeToken } from "./tokens/decodeToken.ts";
export { deleteKey } from "./keys/deleteKey.ts";
export { deleteProfile } from "./profiles/deleteProfile.ts";
export { editProfile } from "./profiles/editProfile.ts";
export { exportPrivateKey } from "./keys/exportPrivateKey.ts";
export { exportPublicKey } from "./keys/exportPublicKey.ts";
export { generateKey } from "./keys/generateKey.ts";
export { importKey } from "./keys/importKey.ts";
export { importKeyAgain } from "./keys/importKeyAgain.ts";
export { newHttpFile } from "./tokens/newHttpFile.ts";
export { renameKey } from "./keys/renameKey.ts";
export { renameProfile } from "./profiles/renameProfile.ts";
export { saveProfile } from "./profiles/saveProfile.ts";
export { useAsVariable } from "./profiles/useAsVariable.ts";
export { verifyToken } from "./tokens/verifyToken.ts";
