/**
 * What reads, makes and exports keys: the entry of a bundle of its own, which is loaded when the first key is imported.
 * Minting does not need it.
 */
export { exportPrivateKey, exportSecret } from "./export.ts";
export { exportPublicKey } from "./export.ts";
export { generableAlgs, generateKey } from "./generate.ts";
export { listKeys } from "./read/listKeys.ts";
export { readKey } from "./read/read.ts";
