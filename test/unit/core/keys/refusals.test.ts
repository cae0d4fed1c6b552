import assert from "node:assert/strict";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { test } from "node:test";
import type { Alg } from "../../../../src/core/algorithms.ts";
import { derTag } from "../../../../src/core/keys/der/oids.ts";
import { der } from "../../../../src/core/keys/der/derWriter.ts";
import { readKey } from "../../../../src/core/keys/read/read.ts";
import { codeOf } from "./rejection.ts";

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
const ed = generateKeyPairSync("ed25519");
const pkcs8 = (key: KeyObject) => key.export({ type: "pkcs8", format: "pem" }).toString();
const jwk = (key: KeyObject) => key.export({ format: "jwk" });
const json = (key: KeyObject, changes: object) => JSON.stringify({ ...jwk(key), ...changes });
const flipped = (member: string | undefined) => `${member?.startsWith("A") ? "B" : "A"}${member?.slice(1) ?? ""}`;
const secret = { cipher: "aes-256-cbc", passphrase: "x" } as const;

/** An RSA key that keeps its modulus and d but has a damaged prime: OpenSSL alone signs with it. */
const damagedPrime = json(rsa.privateKey, { dp: flipped(jwk(rsa.privateKey).dp) });

const other = generateKeyPairSync("ec", { namedCurve: "P-256" });

function compressed(key: KeyObject): Uint8Array {
  const { x = "", y = "" } = jwk(key);
  return Uint8Array.of(2 + ((Buffer.from(y, "base64url").at(-1) ?? 0) & 1), ...Buffer.from(x, "base64url"));
}

/** The key `ec` in SEC1 DER, beside any point at all. */
function sec1Of(point: Uint8Array): Uint8Array {
  const d = Uint8Array.from(Buffer.from(jwk(ec.privateKey).d ?? "", "base64url"));
  const curve = der(derTag.oid, Uint8Array.from(Buffer.from("2a8648ce3d030107", "hex")));
  const bits = der(derTag.bitString, Uint8Array.of(0, ...point));
  const version = der(derTag.integer, Uint8Array.of(1));
  return der(derTag.sequence, version, der(derTag.octets, d), der(0xa0, curve), der(0xa1, bits));
}

const cases: readonly (readonly [title: string, code: string, input: string | Uint8Array])[] = [
  ["an encrypted PKCS#8 file", "KEY_ENCRYPTED", rsa.privateKey.export({ type: "pkcs8", format: "pem", ...secret })],
  [
    "an encrypted PKCS#8 file in DER",
    "KEY_ENCRYPTED",
    new Uint8Array(rsa.privateKey.export({ type: "pkcs8", format: "der", ...secret })),
  ],
  ["an encrypted SEC1 file", "KEY_ENCRYPTED", ec.privateKey.export({ type: "sec1", format: "pem", ...secret })],
  ["a PKCS#1 public key", "KEY_IS_PUBLIC", rsa.publicKey.export({ type: "pkcs1", format: "pem" })],
  ["a public key in DER", "KEY_IS_PUBLIC", new Uint8Array(ec.publicKey.export({ type: "spki", format: "der" }))],
  ["a public JWK", "KEY_IS_PUBLIC", JSON.stringify(jwk(ed.publicKey))],
  ["a set of public JWKs", "KEY_IS_PUBLIC", JSON.stringify({ keys: [jwk(ed.publicKey), jwk(ec.publicKey)] })],
  ["a set of two private JWKs", "KEY_SEVERAL", JSON.stringify({ keys: [jwk(ed.privateKey), jwk(ec.privateKey)] })],
  ["a P-224 key", "KEY_CURVE_UNSUPPORTED", pkcs8(generateKeyPairSync("ec", { namedCurve: "secp224r1" }).privateKey)],
  [
    "a brainpool key",
    "KEY_CURVE_UNSUPPORTED",
    pkcs8(generateKeyPairSync("ec", { namedCurve: "brainpoolP256r1" }).privateKey),
  ],
  ["an X25519 key", "KEY_CURVE_UNSUPPORTED", pkcs8(generateKeyPairSync("x25519").privateKey)],
  [
    "P-384 spelt out in parameters",
    "KEY_CURVE_UNSUPPORTED",
    pkcs8(generateKeyPairSync("ec", { namedCurve: "P-384", paramEncoding: "explicit" }).privateKey),
  ],
  ["an RSA key with a wrong CRT exponent", "KEY_INCONSISTENT", damagedPrime],
  [
    "an RSA key with another key's modulus",
    "KEY_INCONSISTENT",
    json(rsa.privateKey, { n: jwk(generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey).n }),
  ],
  ["an EC point off its curve", "KEY_INCONSISTENT", json(ec.privateKey, { y: flipped(jwk(ec.privateKey).y) })],
  ["a compressed EC point of another d", "KEY_INCONSISTENT", sec1Of(compressed(other.publicKey))],
  [
    "a compressed EC point with the other y",
    "KEY_INCONSISTENT",
    sec1Of(compressed(ec.publicKey).map((byte, i) => (i === 0 ? byte ^ 1 : byte))),
  ],
  ["an EC point of an unknown form", "KEY_TRUNCATED", sec1Of(Uint8Array.of(5, ...new Uint8Array(64)))],
  ["an EC point that is too short", "KEY_TRUNCATED", sec1Of(Uint8Array.of(4, ...new Uint8Array(63)))],
  [
    "an Ed25519 x of another d",
    "KEY_INCONSISTENT",
    json(ed.privateKey, { x: jwk(generateKeyPairSync("ed25519").publicKey).x }),
  ],
  ["an RSA exponent of 1", "KEY_RSA_BAD_EXPONENT", json(rsa.privateKey, { e: "AQ" })],
  ["a JWK with a padded member", "JWK_BASE64", json(ec.privateKey, { d: `${jwk(ec.privateKey).d}=` })],
  ["a JWK with a number for a member", "JWK_BASE64", json(rsa.privateKey, { n: 5 })],
  [
    "a d that lost its leading zero",
    "JWK_COORD_LENGTH",
    json(ec.privateKey, { d: Buffer.alloc(31, 1).toString("base64url") }),
  ],
  ["a JWK for another alg than its curve", "KEY_ALG_MISMATCH", json(ec.privateKey, { alg: "ES384" })],
  ["a JWK of an unknown alg", "ALG_UNSUPPORTED", json(ec.privateKey, { alg: "ES257" })],
  ["a JWK of an encryption alg", "KEY_FOR_ENCRYPTION", json(ec.privateKey, { alg: "ECDH-ES+A128KW" })],
  ["a JWK whose key_ops are no array", "JWK_SHAPE", json(ec.privateKey, { key_ops: "sign" })],
  ["a JWK whose kid is a number", "JWK_SHAPE", json(ec.privateKey, { kid: 1 })],
  ["a JWK of an unknown kty", "KEY_TYPE_UNSUPPORTED", json(ec.privateKey, { kty: "XYZ" })],
  ["PEM without its BEGIN line", "KEY_PEM_HEADER", pkcs8(rsa.privateKey).split("\n").slice(1).join("\n")],
  ["PEM with four hyphens", "KEY_PEM_HEADER", pkcs8(rsa.privateKey).replaceAll("-----", "----")],
  ["PEM quoted as in a mail", "KEY_PEM_BAD_CHARACTER", pkcs8(rsa.privateKey).replaceAll(/^/gm, "> ")],
  [
    "the first half of a DER file",
    "KEY_TRUNCATED",
    new Uint8Array(rsa.privateKey.export({ type: "pkcs8", format: "der" }).subarray(0, 500)),
  ],
  ["white space", "KEY_NOT_A_KEY", " \n\t"],
  ["a secret while no HS algorithm is chosen", "KEY_NOT_A_KEY", "correct horse battery staple"],
  ["a token", "KEY_NOT_A_KEY", "eyJhbGciOiJub25lIn0.e30."],
  ["a token with its scheme", "KEY_NOT_A_KEY", "Bearer eyJhbGciOiJub25lIn0.e30."],
  ["an encrypted token", "KEY_NOT_A_KEY", "eyJhbGciOiJkaXIifQ..AAAA.AAAA.AAAA"],
  ["Rich Text", "KEY_NOT_A_KEY", `{\\rtf1\\ansi ${pkcs8(rsa.privateKey)}}`],
  [".NET's XML", "KEY_FORMAT_UNSUPPORTED", "<?xml version='1.0'?>\n<RSAKeyValue><D>AAAA</D></RSAKeyValue>"],
  ["JSON that is a plain string", "JWK_SHAPE", '"words"'],
  ["more than 1 MB", "KEY_FILE_TOO_LARGE", "k".repeat(1_048_577)],
];

for (const [title, code, input] of cases) {
  test(`${title} is refused with ${code}`, async () => {
    assert.equal(await codeOf(readKey(input)), code);
  });
}

test("a key that does not fit the alg that was asked for is refused", async () => {
  const algs: readonly Alg[] = ["ES256", "EdDSA", "ES384"];

  const codes = await Promise.all(algs.map((alg) => codeOf(readKey(pkcs8(rsa.privateKey), { alg }))));

  assert.deepEqual(new Set(codes), new Set(["KEY_ALG_MISMATCH"]));
});

test("P-256 spelt out in parameters is taken, since every number of it is compared", async () => {
  const explicit = generateKeyPairSync("ec", { namedCurve: "P-256", paramEncoding: "explicit" }).privateKey;

  const { key } = await readKey(pkcs8(explicit));

  assert.equal(key.crv, "P-256");
});
