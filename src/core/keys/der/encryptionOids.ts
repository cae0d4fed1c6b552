import type { Derivation } from "./pbes2.ts";

/** Object identifiers of encrypted keys, as the hex of their DER content (RFC 8018 §A, §B and §C). */
export const encryptionOid = {
  pbes2: "2a864886f70d01050d",
  pbkdf2: "2a864886f70d01050c",
  hmacSha1: "2a864886f70d0207",
  hmacSha256: "2a864886f70d0209",
  aes256Cbc: "60864801650304012a",
} as const;

/** PBKDF2's pseudorandom functions that WebCrypto has. */
export const prfHashes: ReadonlyMap<string, Derivation["hash"]> = new Map([
  [encryptionOid.hmacSha1, "SHA-1"],
  [encryptionOid.hmacSha256, "SHA-256"],
  ["2a864886f70d020a", "SHA-384"],
  ["2a864886f70d020b", "SHA-512"],
]);

/** Length of the key in bytes, of each cipher that WebCrypto has. */
export const aesKeyLengths: ReadonlyMap<string, number> = new Map([
  ["608648016503040102", 16],
  ["608648016503040116", 24],
  [encryptionOid.aes256Cbc, 32],
]);

interface Refused {
  readonly what: string;
  /** OpenSSL 3 has it only in its legacy provider. */
  readonly legacy?: boolean;
}

/** Schemes, ciphers and functions that WebCrypto lacks, in the words of a refusal. */
export function refusedEncryption(hex: string): Refused {
  return refused.get(hex) ?? { what: "an unknown scheme" };
}

const refused: ReadonlyMap<string, Refused> = new Map([
  ["2a864886f70d010501", { what: "MD2 and DES (PBES1)", legacy: true }],
  ["2a864886f70d010503", { what: "MD5 and DES (PBES1)", legacy: true }],
  ["2a864886f70d010504", { what: "MD2 and RC2 (PBES1)", legacy: true }],
  ["2a864886f70d010506", { what: "MD5 and RC2 (PBES1)", legacy: true }],
  ["2a864886f70d01050a", { what: "SHA-1 and DES (PBES1)", legacy: true }],
  ["2a864886f70d01050b", { what: "SHA-1 and RC2 (PBES1)", legacy: true }],
  // RFC 7292 §C.
  ["2a864886f70d010c0101", { what: "SHA-1 and 128-bit RC4", legacy: true }],
  ["2a864886f70d010c0102", { what: "SHA-1 and 40-bit RC4", legacy: true }],
  ["2a864886f70d010c0103", { what: "SHA-1 and 3DES" }],
  ["2a864886f70d010c0104", { what: "SHA-1 and two-key 3DES" }],
  ["2a864886f70d010c0105", { what: "SHA-1 and 128-bit RC2", legacy: true }],
  ["2a864886f70d010c0106", { what: "SHA-1 and 40-bit RC2", legacy: true }],
  ["2b06010401da47040b", { what: "scrypt" }],
  ["2b0e030207", { what: "DES", legacy: true }],
  ["2a864886f70d0302", { what: "RC2", legacy: true }],
  ["2a864886f70d0307", { what: "3DES" }],
  ["2a864886f70d0208", { what: "PBKDF2 with HMAC-SHA-224" }],
  ["608648016503040106", { what: "AES-128-GCM" }],
  ["60864801650304012e", { what: "AES-256-GCM" }],
]);
