/** Commands that are not run all the time: the entry of a bundle of its own, which is loaded when the first of them runs. */
export { compareTokens } from "./compareTokens.ts";
export { copyPayload } from "./copyPayload.ts";
export { decodeToken } from "./decodeToken.ts";
export { deleteKey } from "./deleteKey.ts";
export { deleteProfile } from "./deleteProfile.ts";
export { editProfile } from "./editProfile.ts";
export { exportPrivateKey } from "./exportPrivateKey.ts";
export { exportPublicKey } from "./exportPublicKey.ts";
export { generateKey } from "./generateKey.ts";
export { importKey } from "./importKey.ts";
export { importKeyAgain } from "./importKeyAgain.ts";
export { newHttpFile } from "./newHttpFile.ts";
export { renameKey } from "./renameKey.ts";
export { renameProfile } from "./renameProfile.ts";
export { saveProfile } from "./saveProfile.ts";
export { useAsVariable } from "./useAsVariable.ts";
export { verifyToken } from "./verifyToken.ts";
