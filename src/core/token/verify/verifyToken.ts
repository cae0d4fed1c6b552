import { graphNonceFault } from "../rules/graphNonce.ts";
import type { SecretEncoding } from "../../keys/read/secret.ts";
import type { Alg } from "../../algorithms.ts";
import type { Code } from "../../codes.ts";
import { UserError } from "../../errors.ts";
import { memberOf } from "../../exactJson.ts";
import type { JsonObject } from "../../json.ts";
import { describeKey } from "../../keys/key.ts";
import { type Bytes, toBase64url } from "../../bytes.ts";
import { misfit } from "../../keys/check/fit.ts";
import { decode, type Decoded, exactParts, signedPart } from "../read/decode.ts";
import { algOf, signatureFault } from "../rules/algorithm.ts";
import { shown } from "../../visible.ts";
import { type Finding, found } from "../inspect/finding.ts";
import { shownValue } from "../inspect/shownValue.ts";
import { unreadFindings } from "../inspect/payload.ts";
import { shortSecret } from "../inspect/signature.ts";
import { partText } from "../read/base64url.ts";
import { checkClaims, type ClaimRules } from "./claims.ts";
import { disclosureFault } from "./disclosures.ts";
import * as refusals from "./errors.ts";
import { paddingFault } from "../rules/form.ts";
import { isProof } from "../rules/proof.ts";
import { gateFault } from "./gate.ts";
import { signerAmong, type SignedToken } from "./signature.ts";
import type { VerificationKey } from "./verificationKey.ts";

export interface VerificationOrder extends ClaimRules {
  readonly compact: string;
  /** At least one. */
  readonly keys: readonly VerificationKey[];
  /** The algorithms that are accepted. Absent: those of the keys; empty: none. */
  readonly algs?: readonly string[] | undefined;
  /** The payload of a token that carries none (RFC 7515 §F). */
  readonly payload?: Bytes | undefined;
  /** Accepts a token whose header names a key of its own, which is not used. */
  readonly ignoreKeyMembers?: boolean | undefined;
}

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
  /** How the text of the secret was read; absent where it was the secret, or its encoding was given. */
  readonly encoding?: SecretEncoding;
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

/** Members that offer a key or a place to get one (RFC 7515 §4.1.2–8): who forged the token chose them. */
const keyMembers = ["jku", "jwk", "x5u", "x5c", "x5t", "x5t#S256"];

/** Payloads that are not read, so that nobody knows whether they hold claims, and whether these have expired. */
const hidesClaims: ReadonlySet<Code> = new Set<Code>(["PAYLOAD_TOO_DEEP", "PAYLOAD_TOO_LARGE"]);

/** Verifies a compact JWS strictly. Never throws for what the token is; then `reason` says why it is not valid. */
export async function verifyToken(order: VerificationOrder): Promise<Verification> {
  const checks: string[] = [];
  let decoded: Decoded | undefined;
  let signed: Pick<Verification, "claims" | "payload" | "key" | "encoding" | "alg" | "warnings"> = {};
  try {
    decoded = decode(order.compact);
    const token = readSigned(order, decoded);
    checks.push("compact form", "header", `alg ${token.alg}`);
    const signer = await signerOf(order, token, decoded);
    checks.push("signature");
    const risks = [...found("error", paddingFault(order.compact, decoded)), ...shortSecret(signer, token.alg)];
    const warnings = risks.map(({ code, message, remedy }) => ({
      code,
      message: `${message} ${remedy}`,
    }));
    signed = {
      ...payloadOf(order, decoded),
      key: keyWords(signer),
      ...(signer.encoding !== undefined && { encoding: signer.encoding }),
      alg: token.alg,
      ...(warnings.length > 0 && { warnings }),
    };
    const added = await disclosureFault(order.compact, decoded);
    if (added !== undefined) throw new UserError(added);
    checks.push(...checkClaims(decoded, order));
    return { valid: true, header: decoded.header, ...signed, checks };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const header = decoded === undefined ? {} : { header: decoded.header };
    return { valid: false, ...header, ...signed, reason: error.message, code: error.code, checks };
  }
}

/** The token taken apart, once nothing but its signature and claims is left to look at. Throws UserError. */
function readSigned(order: VerificationOrder, decoded: Decoded): SignedToken {
  const { compact, algs, ignoreKeyMembers } = order;
  const { kind, header } = decoded;
  if (kind === "JWE") throw refusals.encryptedToken();
  const alg = algOf(decoded);
  // A token without an alg is refused as one with an unknown alg is.
  if (typeof alg !== "string")
    throw new UserError(alg.code === "ALG_MISSING" ? { ...alg, code: "ALG_UNSUPPORTED" } : alg);
  const fault =
    gateFault(compact, decoded) ?? unreadFindings(compact, decoded).find(({ code }) => hidesClaims.has(code));
  if (fault !== undefined) throw new UserError(fault);
  if (algs !== undefined && !algs.includes(alg)) throw refusals.algRefused(alg, algs);
  const offered = keyMembers.filter(
    (member) => Object.hasOwn(header, member) && !(member === "jwk" && isProof(header)),
  );
  if (offered.length > 0 && ignoreKeyMembers !== true) throw refusals.keyMembersRefused(offered);
  const [protectedHeader = "", payload = "", signature = ""] = signedPart(compact).split(".");
  if (order.payload === undefined) return { protectedHeader, payload, signature, alg };
  if (payload !== "") throw refusals.payloadAttached();
  const signed = header["b64"] === false ? order.payload : toBase64url(order.payload);
  return { protectedHeader, payload: signed, signature, alg };
}

/** The key that made the signature. Throws ALG_KEY_MISMATCH, ALG_NOT_ALLOWED, JWKS_NO_MATCH, SIG_INVALID, what `signatureFault` tells. */
async function signerOf(
  { keys, payload }: VerificationOrder,
  token: SignedToken,
  decoded: Decoded,
): Promise<VerificationKey> {
  const kid = memberOf(exactParts(decoded).header, "kid");
  const named = keys.filter((key) => key.kid === kid || key.kid === undefined);
  const isStranger = kid !== undefined && named.length === 0;
  const kids = keys.flatMap((key) => (key.kid === undefined ? [] : [key.kid]));
  if (isStranger && keys.length > 1) throw refusals.noSuchKid(kid, kids);
  const fitting = (kid === undefined || keys.length === 1 ? keys : named).filter(({ algs }) =>
    algs.includes(token.alg),
  );
  if (fitting.length === 0) throw keyMismatch(keys, token.alg);
  const unfit = signatureFault(token.alg, token.signature);
  if (unfit !== undefined) throw new UserError(unfit);
  const signer = await signerAmong(token, fitting);
  // The one key that was given may have signed under another name (RFC 7515 §4.1.4: a hint).
  if (signer !== undefined) return signer;
  const hashed = graphNonceFault(decoded);
  if (hashed !== undefined) throw new UserError({ ...hashed, code: "SIG_INVALID" });
  throw isStranger ? refusals.noSuchKid(kid, kids) : refusalOf(token, payload);
}

function refusalOf({ payload }: SignedToken, given: Bytes | undefined): UserError {
  if (given !== undefined) return refusals.payloadSignatureInvalid();
  return payload === "" ? refusals.payloadMissing() : refusals.signatureInvalid();
}

function keyMismatch(keys: readonly VerificationKey[], alg: Alg): UserError {
  const [key] = keys;
  const fault = key === undefined ? undefined : misfit(typeOf(key), alg);
  // A key of the right type that names another algorithm itself (RFC 7517 §4.4).
  if (fault === undefined) return refusals.algRefused(alg, [...new Set(keys.flatMap(({ algs }) => algs))]);
  return new UserError({ ...fault, code: "ALG_KEY_MISMATCH", remedy: "Verify with the key of its issuer." });
}

function payloadOf(
  { compact, payload: detached }: VerificationOrder,
  { header, claims }: Decoded,
): Pick<Verification, "claims" | "payload"> {
  if (claims !== undefined) return { claims };
  const own = signedPart(compact).split(".")[1] ?? "";
  const isPlain = header["b64"] === false && detached === undefined;
  const text = isPlain ? own : partText(detached === undefined ? own : toBase64url(detached));
  return text === undefined ? {} : { payload: text };
}

/** A key without the algorithms that it may verify, which are those of its type where nothing limits it. */
const typeOf = ({ algs: _algs, ...key }: VerificationKey) => key;

/** A key in the words of a result; nothing of it but what its summary shows. The algorithm stands beside it. */
function keyWords(of: VerificationKey): string {
  const { name, kid, encoding, ...key } = typeOf(of);
  if (name !== undefined) return `your key ${shown(name)}`;
  if (encoding !== undefined) return `${describeKey(key)}, decoded from ${encoding}`;
  return kid === undefined ? describeKey(key) : `${describeKey(key)}, kid ${shownValue(kid)}`;
}
