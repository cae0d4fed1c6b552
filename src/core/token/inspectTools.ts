/** What inspects tokens: the entry of a bundle of its own, which is loaded when the first token is looked at. */
export { differences } from "./read/compare.ts";
export { decodedText, payloadText } from "./read/decodedText.ts";
export { hoverText } from "./words/hoverText.ts";
export { inspectToken } from "./inspect/inspect.ts";
export { describeKind } from "./read/kind.ts";
export { storedVerificationKey } from "./verify/verificationKey.ts";
