import assert from "node:assert/strict";
import { generateKeyPairSync, randomBytes, type KeyObject } from "node:crypto";
import { test } from "node:test";
import { CompactEncrypt, type CompactJWEHeaderParameters } from "jose";
import { decryptToken } from "../../../../../src/core/token/decrypt/decryptToken.ts";
import { encryptionOf } from "../../../../../src/core/token/decrypt/encryption.ts";
import { decode } from "../../../../../src/core/token/read/decode.ts";
import { readKey } from "../../../../../src/core/keys/read/read.ts";

const CLAIMS = '{"sub":"alice","secret":"inside"}';

const encrypt = (header: CompactJWEHeaderParameters, key: KeyObject | Uint8Array, plaintext = CLAIMS) =>
  new CompactEncrypt(new TextEncoder().encode(plaintext)).setProtectedHeader(header).encrypt(key);

const pem = (key: KeyObject) => key.export({ format: "pem", type: "pkcs8" }).toString();

const pairs = {
  RSA: generateKeyPairSync("rsa", { modulusLength: 2048 }),
  EC: generateKeyPairSync("ec", { namedCurve: "P-256" }),
};

const asymmetric = [
  ...["RSA-OAEP", "RSA-OAEP-256", "RSA-OAEP-384", "RSA-OAEP-512"].map((alg) => ["RSA", alg] as const),
  ...["ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A256KW"].map((alg) => ["EC", alg] as const),
];

for (const [kty, alg] of asymmetric) {
  test(`a stored ${kty} key and its JWK open a token of ${alg}`, async () => {
    const { publicKey, privateKey } = pairs[kty];
    const token = await encrypt({ alg, enc: "A256GCM", kid: "2" }, publicKey);
    const { key } = await readKey(pem(privateKey));
    const jwk = { ...privateKey.export({ format: "jwk" }), use: "enc", kid: "2" };
    const set = { keys: [{ kty: "oct", k: "AAAA", kid: "1" }, jwk] };

    for (const opening of [key, JSON.stringify(jwk), JSON.stringify(set)]) {
      assert.equal(await decryptToken(token, opening), CLAIMS);
    }
  });
}

const lengths = { dir: 32, A128KW: 16, A256KW: 32, A128GCMKW: 16, A256GCMKW: 32 };

for (const [alg, length] of Object.entries(lengths)) {
  test(`a secret opens a token of ${alg}, as text, base64url, hex or JWK`, async () => {
    const secret = randomBytes(length);
    const token = await encrypt({ alg, enc: "A256GCM" }, secret);

    const written = [secret.toString("base64url"), secret.toString("hex"), ` ${secret.toString("base64")}\n`];
    for (const text of [...written, JSON.stringify({ kty: "oct", k: secret.toString("base64url") })]) {
      assert.equal(await decryptToken(token, text), CLAIMS);
    }
    const text = "x".repeat(length);
    assert.equal(await decryptToken(await encrypt({ alg, enc: "A256GCM" }, Buffer.from(text)), text), CLAIMS);
    await assert.rejects(decryptToken(token, "too short"), { code: "DECRYPTION_KEY_INVALID" });
    await assert.rejects(decryptToken(token, "y".repeat(length)), { code: "DECRYPTION_FAILED" });
  });
}

test("a password opens a token of PBES2, whose rounds are known before", async () => {
  const token = await new CompactEncrypt(new TextEncoder().encode(CLAIMS))
    .setProtectedHeader({ alg: "PBES2-HS256+A128KW", enc: "A128CBC-HS256" })
    .setKeyManagementParameters({ p2c: 1500 })
    .encrypt(Buffer.from("correct horse"));

  assert.equal(encryptionOf(decode(token).header).rounds, 1500);
  assert.equal(await decryptToken(token, "correct horse"), CLAIMS);
  await assert.rejects(decryptToken(token, "wrong"), { code: "DECRYPTION_FAILED" });
});

test("compressed content is told before, and bounded", async () => {
  const { publicKey, privateKey } = pairs.RSA;
  const { key } = await readKey(pem(privateKey));
  const header = { alg: "RSA-OAEP-256", enc: "A256GCM", zip: "DEF" };
  const token = await encrypt(header, publicKey);
  const bomb = await encrypt(header, publicKey, "0".repeat(20_000_000));
  assert.ok(bomb.length < 100_000);

  assert.equal(encryptionOf(decode(token).header).compressed, true);
  assert.equal(await decryptToken(token, key), CLAIMS);
  await assert.rejects(decryptToken(bomb, key), { code: "JWE_TOO_LARGE" });
});

test("JWT-112: content that inflates to 50 MB is refused", async () => {
  const secret = randomBytes(16);
  const header = { alg: "dir", enc: "A128GCM", zip: "DEF" };
  const bomb = await encrypt(header, secret, "a".repeat(50_000_000));

  await assert.rejects(decryptToken(bomb, secret.toString("base64url")), { code: "JWE_TOO_LARGE" });
});

test("what is not safe, not known or too costly is refused before any key is used", () => {
  const refused = [
    [{ alg: "RSA1_5", enc: "A256GCM" }, "DECRYPTION_UNSUPPORTED"],
    [{ alg: "dir", enc: "A512XYZ" }, "DECRYPTION_UNSUPPORTED"],
    [{ alg: ["dir"], enc: "A256GCM" }, "DECRYPTION_UNSUPPORTED"],
    [{ alg: "PBES2-HS256+A128KW", enc: "A256GCM", p2c: 2e9 }, "DECRYPTION_TOO_COSTLY"],
  ] as const;
  for (const [header, code] of refused) assert.throws(() => encryptionOf(header), { code });
});

test("another key, a key of another kind and a changed token open nothing", async () => {
  const token = await encrypt({ alg: "RSA-OAEP-256", enc: "A256GCM" }, pairs.RSA.publicKey);
  const own = (await readKey(pem(pairs.RSA.privateKey))).key;
  const other = (await readKey(pem(generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey))).key;
  const ec = (await readKey(pem(pairs.EC.privateKey))).key;
  const changed = token.replace(
    /\.(.)([^.]*)$/,
    (_whole, first: string, rest: string) => `.${first === "A" ? "B" : "A"}${rest}`,
  );

  await assert.rejects(decryptToken(token, other), { code: "DECRYPTION_FAILED" });
  await assert.rejects(decryptToken(token, ec), { code: "DECRYPTION_KEY_INVALID" });
  await assert.rejects(decryptToken(token, "a secret"), { code: "DECRYPTION_KEY_INVALID" });
  await assert.rejects(decryptToken(token, '{"kty":"RSA","n":"AQAB","e":"AQAB"}'), { name: "UserError" });
  await assert.rejects(decryptToken(changed, own), { code: "DECRYPTION_FAILED" });
});
