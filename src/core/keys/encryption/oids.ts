import type { Cipher, HashName } from "./encryption.ts";

/** Object identifiers of encrypted keys, as the hex of their DER content (RFC 8018 §A, §B and §C; RFC 7914 §7). */
export const encryptionOid = {
  pbes2: "2a864886f70d01050d",
  pbkdf2: "2a864886f70d01050c",
  scrypt: "2b06010401da47040b",
  hmacSha1: "2a864886f70d0207",
  hmacSha256: "2a864886f70d0209",
  aes256Cbc: "60864801650304012a",
} as const;

const aes = (keyLength: number): Cipher => ({ name: "AES", keyLength, block: 16 });
const des: Cipher = { name: "DES", keyLength: 8, block: 8 };
const tripleDes = (keyLength: number): Cipher => ({ name: "3DES", keyLength, block: 8 });

/** PBKDF2's pseudorandom functions. */
export const prfHashes: ReadonlyMap<string, HashName> = new Map([
  ["2a864886f70d0206", "MD5"],
  [encryptionOid.hmacSha1, "SHA-1"],
  ["2a864886f70d0208", "SHA-224"],
  [encryptionOid.hmacSha256, "SHA-256"],
  ["2a864886f70d020a", "SHA-384"],
  ["2a864886f70d020b", "SHA-512"],
  ["2a864886f70d020c", "SHA-512/224"],
  ["2a864886f70d020d", "SHA-512/256"],
]);

/** The ciphers of PBES2. */
export const ciphers: ReadonlyMap<string, Cipher> = new Map([
  ["608648016503040102", aes(16)],
  ["608648016503040116", aes(24)],
  [encryptionOid.aes256Cbc, aes(32)],
  ["2a864886f70d0307", tripleDes(24)],
  ["2b0e030207", des],
]);

/** The ciphers of OpenSSL's traditional PEM, by their names in DEK-Info. */
export const pemCiphers: ReadonlyMap<string, Cipher> = new Map([
  ["AES-128-CBC", aes(16)],
  ["AES-192-CBC", aes(24)],
  ["AES-256-CBC", aes(32)],
  ["DES-EDE3-CBC", tripleDes(24)],
  ["DES-EDE-CBC", tripleDes(16)],
  ["DES-CBC", des],
]);

interface Scheme {
  readonly kdf: { readonly kdf: "PBKDF1"; readonly hash: "MD5" | "SHA-1" } | { readonly kdf: "PKCS#12" };
  readonly cipher: Cipher;
}

/** The schemes whose parameters are a salt and a count: PBES1 (RFC 8018 §A.3) and those of PKCS#12 (RFC 7292 §C). */
export const saltedSchemes: ReadonlyMap<string, Scheme> = new Map<string, Scheme>([
  ["2a864886f70d010503", { kdf: { kdf: "PBKDF1", hash: "MD5" }, cipher: des }],
  ["2a864886f70d01050a", { kdf: { kdf: "PBKDF1", hash: "SHA-1" }, cipher: des }],
  ["2a864886f70d010c0103", { kdf: { kdf: "PKCS#12" }, cipher: tripleDes(24) }],
  ["2a864886f70d010c0104", { kdf: { kdf: "PKCS#12" }, cipher: tripleDes(16) }],
]);

interface Refused {
  readonly what: string;
  /** OpenSSL 3 opens it with its legacy provider; nothing at hand opens the others. */
  readonly legacy: boolean;
}

/** Schemes and ciphers that are not read here, in the words of a refusal. */
export const refusedEncryption = (hex: string): Refused =>
  refused.get(hex) ?? { what: "an unknown scheme", legacy: false };

const refused: ReadonlyMap<string, Refused> = new Map([
  ["2a864886f70d010501", { what: "MD2 and DES (PBES1)", legacy: false }],
  ["2a864886f70d010504", { what: "MD2 and RC2 (PBES1)", legacy: false }],
  ["2a864886f70d010506", { what: "MD5 and RC2 (PBES1)", legacy: true }],
  ["2a864886f70d01050b", { what: "SHA-1 and RC2 (PBES1)", legacy: true }],
  ["2a864886f70d010c0101", { what: "SHA-1 and 128-bit RC4", legacy: true }],
  ["2a864886f70d010c0102", { what: "SHA-1 and 40-bit RC4", legacy: true }],
  ["2a864886f70d010c0105", { what: "SHA-1 and 128-bit RC2", legacy: true }],
  ["2a864886f70d010c0106", { what: "SHA-1 and 40-bit RC2", legacy: true }],
  ["2a864886f70d0302", { what: "RC2", legacy: true }],
  ["2a83088c9a4b3d01010102", { what: "Camellia", legacy: true }],
  ["2a83088c9a4b3d01010103", { what: "Camellia", legacy: true }],
  ["2a83088c9a4b3d01010104", { what: "Camellia", legacy: true }],
  ["2a831a8c9a6e010102", { what: "ARIA", legacy: true }],
  ["2a831a8c9a6e010107", { what: "ARIA", legacy: true }],
  ["2a831a8c9a6e01010c", { what: "ARIA", legacy: true }],
  ["2a831a8c9a440104", { what: "SEED", legacy: true }],
  ["2b0601040197550102", { what: "Blowfish", legacy: true }],
  ["2a811ccf55016802", { what: "SM4", legacy: true }],
  ["608648016503040106", { what: "AES-128-GCM", legacy: false }],
  ["60864801650304012e", { what: "AES-256-GCM", legacy: false }],
]);
