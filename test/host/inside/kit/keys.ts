/** Throw-away keys for the tests, made with WebCrypto so that they can be made in every kind of host. */
export interface TestPair {
  readonly publicKey: CryptoKey;
  /** PKCS#8 DER. */
  readonly pkcs8: Uint8Array;
}

export async function rsaPair(hash: "SHA-256" | "SHA-512", bits = 2048): Promise<TestPair> {
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash, modulusLength: bits, publicExponent: new Uint8Array([1, 0, 1]) };
  return pairFrom(await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]));
}

export async function ecPair(): Promise<TestPair> {
  return pairFrom(await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]));
}

async function pairFrom({ publicKey, privateKey }: CryptoKeyPair): Promise<TestPair> {
  return { publicKey, pkcs8: new Uint8Array(await crypto.subtle.exportKey("pkcs8", privateKey)) };
}

export const pem = (label: string, der: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${btoa(String.fromCharCode(...der)).replaceAll(/.{64}/g, "$&\n")}\n-----END ${label}-----\n`;

/** PKCS#1 is what stands inside PKCS#8 behind its 26 bytes of wrapping, for RSA keys from 2048 bits. */
export const pkcs1Pem = ({ pkcs8 }: TestPair): string => pem("RSA PRIVATE KEY", pkcs8.slice(26));

export const pkcs8Pem = ({ pkcs8 }: TestPair): string => pem("PRIVATE KEY", pkcs8);

export function decodePart(part: string): Record<string, unknown> {
  return JSON.parse(new TextDecoder().decode(bytesOf(part))) as Record<string, unknown>;
}

/** The parts of a token; `verified` says whether the key's public half fits its signature. */
export async function readToken(compact: string, { publicKey }: TestPair) {
  const [header = "", claims = "", signature = ""] = compact.split(".");
  const algorithm =
    publicKey.algorithm.name === "ECDSA" ? { name: "ECDSA", hash: "SHA-256" } : publicKey.algorithm.name;
  const data = new TextEncoder().encode(`${header}.${claims}`);
  const verified = await crypto.subtle.verify(algorithm, publicKey, bytesOf(signature), data);
  return { header: decodePart(header), claims: decodePart(claims), verified };
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
