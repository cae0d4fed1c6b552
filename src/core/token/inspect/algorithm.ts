import { algNames, algorithms, isAlg, isSignatureLength } from "../../algorithms.ts";
import { signedPart } from "../read/decode.ts";
import { bytesIn, partBytes } from "../read/base64url.ts";
import type { Finding } from "./finding.ts";
import { shownValue } from "./shownValue.ts";
import type { Subject } from "./subject.ts";

/** Whether an `alg` means that nothing is signed, however it is written: parsers that fold case were fooled by others. */
export const isNone = (alg: unknown): boolean =>
  typeof alg === "string" && alg.replaceAll(/[^A-Za-z]/g, "").toLowerCase() === "none";

/** What `alg` says of a JWS, and whether its signature can be by it (RFC 8725 §2.1, §3.1–2). */
export function algorithmFindings(subject: Subject): readonly Finding[] {
  const { kind, header } = subject.decoded;
  const { alg } = header;
  if (kind === "JWE") return [];
  if (isNone(alg)) return [unsecured()];
  if (typeof alg !== "string" || !isAlg(alg)) return [unsupported(alg)];
  const [, payload = "", signature = ""] = signedPart(subject.compact).split(".");
  if (signature === "") return [noSignature(payload)];
  // Then no length is the right one, which `payloadFindings` says.
  if (signature.length % 4 === 1) return [];
  const bytes = bytesIn(signature.length);
  if (isSignatureLength(alg, bytes))
    return alg.startsWith("HS") || bytes >= 256 || !isRsa(alg) ? [] : [smallRsa(bytes)];
  return [lengthFault(alg, bytes, isDer(signature))];
}

const isRsa = (alg: string) => alg.startsWith("RS") || alg.startsWith("PS");

const unsecured = (): Finding => ({
  code: "ALG_NONE",
  severity: "error",
  message: "This token is unsigned (alg none), so anyone can write it.",
  remedy: "Mint it with a key, and let no service accept it.",
});

const unsupported = (alg: unknown): Finding =>
  alg === undefined
    ? {
        code: "ALG_MISSING",
        severity: "error",
        message: "The header names no algorithm (alg).",
        remedy: "Mint the token with one (RFC 7515 §4.1.1).",
      }
    : {
        code: "ALG_UNSUPPORTED",
        severity: "warning",
        message: `alg is ${typeof alg === "string" ? shownValue(alg) : "no text"}, which is no signature algorithm known here.`,
        remedy: `Mint the token with one of ${algNames.join(", ")}.`,
      };

const noSignature = (payload: string): Finding => ({
  code: "SIG_MISSING",
  severity: "error",
  message: `This token has no signature${payload === "" ? " and no payload" : ", though its alg promises one"}.`,
  remedy: "Copy the whole token, its third part included.",
});

const smallRsa = (bytes: number): Finding => ({
  code: "KEY_TOO_SMALL",
  severity: "warning",
  message: `The signature is by an RSA key of ${bytes * 8} bits, and 2048 are needed (RFC 7518 §3.3).`,
  remedy: "Sign with a key of 2048 bits or more.",
});

function lengthFault(alg: string, bytes: number, der: boolean): Finding {
  const needed = isAlg(alg) ? algorithms[alg].signature : undefined;
  if (der && needed !== undefined) {
    return {
      code: "SIG_DER",
      severity: "error",
      message: `The signature is in ASN.1 DER, but ${alg} wants r and s one after the other, ${needed} bytes (RFC 7518 §3.4).`,
      remedy: "Convert it, or sign with a JOSE library.",
    };
  }
  return {
    code: "SIG_LENGTH",
    severity: "error",
    message:
      needed === undefined
        ? `The signature has ${bytes} bytes, and no RSA key makes one of that length.`
        : `The signature has ${bytes} of ${needed} bytes that ${alg} has.`,
    remedy: "Copy the whole token, or sign it with a key that fits its alg.",
  };
}

/** A SEQUENCE that fills the signature, as OpenSSL and Java write ECDSA's. */
function isDer(signature: string): boolean {
  const bytes = partBytes(signature);
  if (bytes === undefined || bytes[0] !== 0x30) return false;
  return bytes[1] === bytes.length - 2 || (bytes[1] === 0x81 && bytes[2] === bytes.length - 3);
}
