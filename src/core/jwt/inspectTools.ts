/** What inspects tokens: the entry of a bundle of its own, which is loaded when the first token is looked at. */
export { differences } from "./compare.ts";
export { decodedText, payloadText } from "./decodedText.ts";
export { hoverText } from "./hoverText.ts";
export { inspectToken } from "./inspect.ts";
export { describeKind } from "./kind.ts";
export { storedVerificationKey } from "./verify/verificationKey.ts";
