import { type Alg, algNames, algorithms, isAlg, isSignatureLength } from "../../algorithms.ts";
import { type Fault, fault } from "../../errors.ts";
import { memberOf } from "../../exactJson.ts";
import { shownValue } from "../inspect/shownValue.ts";
import { bytesIn, isPossibleLength, partBytes } from "../read/base64url.ts";
import { type Decoded, exactParts } from "../read/decode.ts";

/** Whether an `alg` means that nothing is signed, however it is written: parsers that fold case were fooled by others. */
export const isNone = (alg: unknown): boolean =>
  typeof alg === "string" && alg.replaceAll(/[^A-Za-z]/g, "").toLowerCase() === "none";

/** The `alg` of a JWS, or what is wrong with it (RFC 8725 §2.1, §3.1). */
export function algOf(decoded: Decoded): Alg | Fault {
  const { alg } = decoded.header;
  if (typeof alg === "string" && isAlg(alg)) return alg;
  if (isNone(alg)) return unsigned();
  return alg === undefined ? algMissing() : algUnsupported(shownValue(memberOf(exactParts(decoded).header, "alg")));
}

/** Why a signature in base64url cannot be by `alg`. Of one whose length no base64url has, `formFault` tells. */
export function signatureFault(alg: Alg, signature: string): Fault | undefined {
  if (signature === "") return signatureMissing();
  const bytes = bytesIn(signature);
  if (!isPossibleLength(signature) || isSignatureLength(alg, bytes)) return undefined;
  const needed = algorithms[alg].signature;
  if (needed === undefined) return rsaLengthWrong(bytes);
  return isDer(signature) ? signatureIsDer(alg, needed) : signatureLengthWrong(bytes, needed, alg);
}

/** A SEQUENCE of INTEGERs, as OpenSSL and Java write ECDSA's, also where its end was lost or is padded. */
function isDer(signature: string): boolean {
  const [sequence, length, ...rest] = partBytes(signature) ?? [];
  const [tag] = length === 0x81 ? rest.slice(1) : rest;
  return sequence === 0x30 && tag === 0x02;
}

const unsigned = () =>
  fault(
    "ALG_NONE",
    "This token is unsigned (alg none), so anyone can write it.",
    "Sign it with a key. Services must reject unsigned tokens.",
  );

const algMissing = () =>
  fault("ALG_MISSING", "The header does not name an algorithm (alg).", "Sign the token with one (RFC 7515 §4.1.1).");

const algUnsupported = (alg: string) =>
  fault(
    "ALG_UNSUPPORTED",
    `alg is ${alg}, which is not a signature algorithm known here.`,
    `Sign the token with one of ${algNames.join(", ")}.`,
  );

const signatureMissing = () =>
  fault(
    "SIG_MISSING",
    "This token has no signature, although its alg promises one.",
    "Copy the whole token, including its third part.",
  );

const COPY = "Copy the whole token, or sign it again with a key that fits its alg.";

const signatureLengthWrong = (bytes: number, needed: number, alg: Alg) =>
  fault("SIG_LENGTH", `The signature has ${bytes} of ${needed} bytes that ${alg} needs.`, COPY);

const rsaLengthWrong = (bytes: number) =>
  fault("SIG_LENGTH", `The signature has ${bytes} bytes, a length that no RSA key makes.`, COPY);

const signatureIsDer = (alg: Alg, needed: number) =>
  fault(
    "SIG_DER",
    `The signature is in ASN.1 DER, but ${alg} needs r and s one after the other, ${needed} bytes (RFC 7518 §3.4).`,
    "Convert it, or sign with a JOSE library.",
  );
