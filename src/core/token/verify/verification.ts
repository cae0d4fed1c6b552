import type { Alg } from "../../algorithms.ts";
import type { Code } from "../../codes.ts";
import type { JsonObject } from "../../json.ts";
import type { Finding } from "../inspect/finding.ts";

/** The contract of `jwtMint.verifyToken`, and which key, algorithm and checks it rests on. */
export interface Verification {
  readonly valid: boolean;
  /** As the token says it; of a token that is not valid it proves nothing. */
  readonly header?: JsonObject;
  /** Only what the signature was verified of. Absent where the payload is no JSON object. */
  readonly claims?: JsonObject;
  /** The verified payload as text where it is no JSON object. */
  readonly payload?: string;
  /** Why it is not valid: what happened, and what to do. */
  readonly reason?: string;
  /** Stable, for `reason`. */
  readonly code?: Code;
  /** The key that the signature was verified with, in words: "your key lirium-sandbox", "RSA, 2048 bits, kid "1"". */
  readonly key?: string;
  readonly alg?: Alg;
  /** What is risky though the signature is right. */
  readonly warnings?: readonly Pick<Finding, "code" | "message">[];
  /** What was looked at and found right, in order: "compact form", "header", "signature", "exp" … */
  readonly checks: readonly string[];
}

/** How a signature stands by one key. */
export interface SignatureCheck {
  readonly signature: "verified" | "failed";
  /** The key, in words. */
  readonly key: string;
  /** Why the token is not valid, which may be for its claims. */
  readonly reason?: string;
}
