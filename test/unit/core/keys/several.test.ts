import assert from "node:assert/strict";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { test } from "node:test";
import { listKeys } from "../../../../src/core/keys/read/listKeys.ts";
import { readKey } from "../../../../src/core/keys/read/read.ts";
import { codeOf } from "./rejection.ts";

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
const ed = generateKeyPairSync("ed25519").privateKey;
const jwk = (key: KeyObject, more: object) => ({ ...key.export({ format: "jwk" }), ...more });
const pem = (key: KeyObject, passphrase?: string) =>
  key
    .export({ type: "pkcs8", format: "pem", ...(passphrase !== undefined && { cipher: "aes-256-cbc", passphrase }) })
    .toString();

const set = JSON.stringify({
  keys: [
    jwk(ec.publicKey, { kid: "public" }),
    jwk(rsa, { kid: "a", alg: "PS256" }),
    jwk(ec.privateKey, { kid: "b", use: "enc" }),
    jwk(ed, { kid: "c" }),
  ],
});

test("the private keys of a JWK Set are listed, without those that cannot sign", () => {
  assert.deepEqual(listKeys(set), [
    { index: 0, kty: "RSA", bits: 2048, alg: "PS256", kid: "a" },
    { index: 2, kty: "OKP", crv: "Ed25519", kid: "c" },
  ]);
});

test("a list of keys shows nothing of their private parts", () => {
  const shown = JSON.stringify(listKeys(set));

  for (const { d = "" } of [rsa, ed].map((key) => key.export({ format: "jwk" })))
    assert.ok(!shown.includes(d.slice(0, 12)));
});

test("without a choice among several, the refusal says how many there are", async () => {
  await assert.rejects(readKey(set), { code: "KEY_SEVERAL", message: /^There are 3 private keys .* Choose one/ });
});

test("the key that is picked is read with its own alg and kid", async () => {
  const read = await Promise.all([0, 2].map((pick) => readKey(set, { pick })));

  assert.deepEqual(
    read.map(({ key }) => [key.kid, key.alg]),
    [
      ["a", "PS256"],
      ["c", "EdDSA"],
    ],
  );
  assert.equal(await codeOf(readKey(set, { pick: 1 })), "KEY_FOR_ENCRYPTION");
});

test("a pick that is no place in the list is refused", async () => {
  const codes = await Promise.all([3, -1, 0.5, Number.NaN].map((pick) => codeOf(readKey(set, { pick }))));

  assert.deepEqual(new Set(codes), new Set(["KEY_PICK"]));
  assert.equal((await readKey(pem(rsa), { pick: 0 })).key.kty, "RSA");
});

test("two private keys in one PEM file are listed and picked, encrypted ones with their passphrase", async () => {
  const both = new TextEncoder().encode(`${pem(rsa)}\n${pem(ed, "x")}`);

  assert.deepEqual(listKeys(both), [{ index: 0, kty: "RSA", bits: 2048 }, { index: 1 }]);
  assert.equal((await readKey(both, { pick: 0 })).key.kty, "RSA");
  assert.equal(await codeOf(readKey(both, { pick: 1 })), "KEY_ENCRYPTED");
  assert.equal((await readKey(both, { pick: 1, passphrase: "x" })).key.kty, "OKP");
});

test("several shared secrets in a JWK Set are picked in the same way", async () => {
  const secrets = [7, 8].map((byte) => ({
    kty: "oct",
    k: Buffer.alloc(32, byte).toString("base64url"),
    kid: `${byte}`,
  }));
  const input = JSON.stringify({ keys: secrets });

  const { key } = await readKey(input, { alg: "HS256", pick: 1 });

  assert.equal(key.kid, "8");
  assert.equal(await codeOf(readKey(input, { alg: "HS256" })), "KEY_SEVERAL");
});

test("of what holds no private key, nothing is listed, or it is refused as reading is", () => {
  assert.throws(() => listKeys(""), { code: "KEY_NOT_A_KEY" });
  assert.deepEqual(listKeys(JSON.stringify(jwk(ec.publicKey, {}))), []);
  assert.throws(() => listKeys("k".repeat(1_048_577)), { code: "KEY_FILE_TOO_LARGE" });
});
