import assert from "node:assert/strict";
import { generateKeyPairSync, type KeyObject, sign as signBytes } from "node:crypto";
import { test } from "node:test";
import { exportJWK, SignJWT } from "jose";
import { keysFromText } from "../../../../../src/core/token/verify/keysFromText.ts";
import { verifyToken } from "../../../../../src/core/token/verify/verifyToken.ts";
import { certificateOf } from "./certificate.ts";

const pairs = {
  RS256: generateKeyPairSync("rsa", { modulusLength: 2048 }),
  ES256: generateKeyPairSync("ec", { namedCurve: "P-256" }),
  ES512: generateKeyPairSync("ec", { namedCurve: "P-521" }),
  EdDSA: generateKeyPairSync("ed25519"),
  "ML-DSA-44": generateKeyPairSync("ml-dsa-44"),
} as const;

const pem = (key: KeyObject, type: "spki" | "pkcs1" | "pkcs8" | "sec1") =>
  key.export({ format: "pem", type } as const).toString();

type Pair = (typeof pairs)[keyof typeof pairs];

const forms: {
  readonly [name: string]: (pair: Pair, alg: string) => Promise<string | undefined> | string | undefined;
} = {
  SPKI: ({ publicKey }) => pem(publicKey, "spki"),
  "SPKI without armour": ({ publicKey }) => publicKey.export({ format: "der", type: "spki" }).toString("base64"),
  "PKCS#1": ({ publicKey }, alg) => (alg === "RS256" ? pem(publicKey, "pkcs1") : undefined),
  "PKCS#8": ({ privateKey }, alg) => (alg === "ML-DSA-44" ? undefined : pem(privateKey, "pkcs8")),
  SEC1: ({ privateKey }, alg) => (alg.startsWith("ES") ? pem(privateKey, "sec1") : undefined),
  JWK: async ({ publicKey }) => JSON.stringify(await exportJWK(publicKey)),
  "private JWK": async ({ privateKey }, alg) =>
    alg === "ML-DSA-44" ? undefined : JSON.stringify(await exportJWK(privateKey)),
  JWKS: async ({ publicKey }) => JSON.stringify({ keys: [await exportJWK(publicKey)] }),
  certificate: ({ publicKey, privateKey }, alg) =>
    alg === "RS256" || alg === "ES256"
      ? certificateOf(publicKey, (bytes) => signBytes("sha256", bytes, privateKey))
      : undefined,
};

for (const [alg, pair] of Object.entries(pairs)) {
  for (const [name, form] of Object.entries(forms)) {
    const text = await form(pair, alg);
    if (text === undefined) continue;
    test(`a token of ${alg} is verified with its key as ${name}`, async () => {
      const compact = await new SignJWT({ sub: "a" }).setProtectedHeader({ alg }).sign(pair.privateKey);

      const result = await verifyToken({ compact, keys: await keysFromText(text), now: 0 });

      assert.deepEqual([result.valid, result.reason], [true, undefined]);
    });
  }
}

const signedWith = async (alg: keyof typeof pairs) =>
  new SignJWT({ sub: "a" }).setProtectedHeader({ alg }).sign(pairs[alg].privateKey);

test("several public keys in PEM are tried one after the other", async () => {
  const other = pem(generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey, "spki");
  const keys = await keysFromText(other + pem(pairs.ES256.publicKey, "spki") + pem(pairs.RS256.publicKey, "spki"));

  assert.equal((await verifyToken({ compact: await signedWith("RS256"), keys, now: 0 })).valid, true);
  assert.equal((await verifyToken({ compact: await signedWith("ES256"), keys, now: 0 })).valid, true);
});

test("a JWK of EdDSA verifies Ed25519, which is its new name", async () => {
  const jwk = JSON.stringify({ ...(await exportJWK(pairs.EdDSA.publicKey)), alg: "Ed25519" });

  const { valid } = await verifyToken({ compact: await signedWith("EdDSA"), keys: await keysFromText(jwk), now: 0 });

  assert.equal(valid, true);
});

test("a secret verifies with the line break of its file, and without", async () => {
  const secret = "0123456789abcdef0123456789abcdef";
  for (const own of [secret, `${secret}\n`]) {
    const compact = await new SignJWT({}).setProtectedHeader({ alg: "HS256" }).sign(Buffer.from(own));
    assert.equal((await verifyToken({ compact, keys: await keysFromText(`${secret}\n`), now: 0 })).valid, true);
  }
});

const ec = async () => exportJWK(pairs.ES256.publicKey);
const rsa = async () => exportJWK(pairs.RS256.publicKey);

const refused: readonly (readonly [name: string, text: () => Promise<string> | string, code: string])[] = [
  [
    "an RSA key of 1024 bits",
    () => pem(generateKeyPairSync("rsa", { modulusLength: 1024 }).publicKey, "spki"),
    "KEY_TOO_SMALL",
  ],
  ["an RSA key with e = 1", async () => JSON.stringify({ ...(await rsa()), e: "AQ" }), "KEY_RSA_BAD_EXPONENT"],
  ["a point off the curve", async () => JSON.stringify({ ...(await ec()), y: (await ec()).x }), "KEY_INCONSISTENT"],
  ["a key for encryption", async () => JSON.stringify({ ...(await rsa()), use: "enc" }), "KEY_FOR_ENCRYPTION"],
  [
    "a key that may not verify",
    async () => JSON.stringify({ ...(await rsa()), key_ops: ["encrypt"] }),
    "KEY_OPS_FORBID_VERIFY",
  ],
  [
    "secp256k1",
    () => pem(generateKeyPairSync("ec", { namedCurve: "secp256k1" }).publicKey, "spki"),
    "KEY_CURVE_UNSUPPORTED",
  ],
  ["Ed448", () => pem(generateKeyPairSync("ed448").publicKey, "spki"), "KEY_CURVE_UNSUPPORTED"],
  ["X25519", () => pem(generateKeyPairSync("x25519").publicKey, "spki"), "KEY_CURVE_UNSUPPORTED"],
  [
    "DSA",
    () => pem(generateKeyPairSync("dsa", { modulusLength: 2048, divisorLength: 256 }).publicKey, "spki"),
    "KEY_TYPE_UNSUPPORTED",
  ],
  ["a truncated PEM", () => pem(pairs.RS256.publicKey, "spki").slice(0, 200), "KEY_PEM_TRUNCATED"],
  ["an empty JWK Set", () => '{"keys":[]}', "JWKS_EMPTY"],
  ["JSON that is no key", () => '{"a":1}', "KEY_NOT_FOUND_IN_JSON"],
  ["broken JSON", () => '{"kty":', "JSON_SYNTAX"],
  ["nothing", () => " \n", "SECRET_EMPTY"],
];

for (const [name, text, code] of refused) {
  test(`${name} is refused as ${code}`, async () => {
    await assert.rejects(async () => keysFromText(await text()), { name: "UserError", code });
  });
}

test("an RSA-PSS key verifies no RSASSA-PKCS1-v1_5", async () => {
  const { publicKey } = generateKeyPairSync("rsa-pss", { modulusLength: 2048 });

  const [key] = await keysFromText(pem(publicKey, "spki"));

  assert.deepEqual(key?.algs, ["PS256", "PS384", "PS512"]);
});

test("of a private key nothing but its public half is kept", async () => {
  const [key] = await keysFromText(pem(pairs.ES256.privateKey, "pkcs8"));
  const half = await key?.cryptoKey("ES256");

  assert.deepEqual([half?.type, half?.usages], ["public", ["verify"]]);
});
