import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { calculateJwkThumbprint, exportJWK } from "jose";
import { readKey } from "../../../../src/core/keys/read/read.ts";
import { codeOf } from "./rejection.ts";

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
const ed = generateKeyPairSync("ed25519").privateKey;
const passphrase = "0b1c2d3e4f5061728394a5b6c7d8e9f0";
const locked = rsa.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase }).toString();
const sec1 = ec.export({ type: "sec1", format: "pem" }).toString();
const { d = "", x = "" } = ed.export({ format: "jwk" });
const seedAndPublic = Buffer.concat([Buffer.from(d, "base64url"), Buffer.from(x, "base64url")]);
const disagreeing = Buffer.concat([seedAndPublic.subarray(0, 63), Buffer.from([(seedAndPublic[63] ?? 0) ^ 1])]);

const boxConfig = (changes: object) =>
  JSON.stringify({
    boxAppSettings: {
      clientID: "c",
      clientSecret: "s",
      appAuth: { publicKeyID: "abcd1234", privateKey: locked, passphrase, ...changes },
    },
    enterpriseID: "1",
  });

test("Box's config.json gives its key, decrypted with the passphrase beside it, and its key id", async () => {
  const { key } = await readKey(boxConfig({}));

  assert.deepEqual([key.kty, key.alg, key.kid], ["RSA", "RS256", "abcd1234"]);
  assert.equal(key.thumbprint, await calculateJwkThumbprint(await exportJWK(rsa)));
});

test("Box's config.json without its passphrase asks for it, and takes the one that is given", async () => {
  const input = boxConfig({ passphrase: "" });

  assert.equal(await codeOf(readKey(input)), "KEY_ENCRYPTED");
  assert.equal((await readKey(input, { passphrase })).key.kid, "abcd1234");
});

test("a wrong passphrase in Box's config.json is said to be the file's, and one that is given rules", async () => {
  const input = boxConfig({ passphrase: "another" });

  await assert.rejects(readKey(input), { code: "KEY_WRONG_PASSWORD", message: /in this file/ });
  await assert.rejects(readKey(input, { passphrase: "x" }), { message: /^The passphrase did not decrypt/ });
  assert.equal((await readKey(input, { passphrase })).key.bits, 2048);
});

test("Box's config.json of an app without a key is refused", async () => {
  assert.equal(await codeOf(readKey(boxConfig({ privateKey: "" }))), "KEY_NOT_FOUND_IN_JSON");
  assert.equal(await codeOf(readKey(boxConfig({ privateKey: undefined }))), "KEY_NOT_FOUND_IN_JSON");
});

const path = "organizations/0e1f2a3b/apiKeys/4c5d6e7f";
const coinbase: readonly (readonly [title: string, file: object, kid: string, kty: string])[] = [
  ["a path and a SEC1 key", { name: path, principal: "p", privateKey: sec1 }, path, "EC"],
  ["a SEC1 key with literal \\n", { name: path, privateKey: sec1.replaceAll("\n", String.raw`\n`) }, path, "EC"],
  ["an id and an Ed25519 secret", { id: "4c5d6e7f", privateKey: seedAndPublic.toString("base64") }, "4c5d6e7f", "OKP"],
  [
    "an id, a label and an Ed25519 secret",
    { id: "4c", name: "my key", privateKey: seedAndPublic.toString("base64") },
    "4c",
    "OKP",
  ],
];

for (const [title, file, kid, kty] of coinbase) {
  test(`Coinbase's key file with ${title} gives its key and its key id`, async () => {
    const { key, warnings } = await readKey(JSON.stringify(file));

    assert.deepEqual([key.kid, key.kty, warnings], [kid, kty, []]);
  });
}

test("an Ed25519 secret whose halves disagree is refused", async () => {
  const file = JSON.stringify({ id: "4c5d6e7f", privateKey: disagreeing.toString("base64") });

  assert.equal(await codeOf(readKey(file)), "KEY_INCONSISTENT");
});

test("a bare Ed25519 secret of 64 bytes in base64 is the same key", async () => {
  const forms = [
    seedAndPublic.toString("base64"),
    seedAndPublic.toString("base64url"),
    `"${seedAndPublic.toString("base64")}"\n`,
  ];

  const read = await Promise.all(forms.map((form) => readKey(form, { alg: "EdDSA" })));

  const own = await calculateJwkThumbprint(await exportJWK(ed));
  assert.deepEqual(
    read.map(({ key }) => key.thumbprint),
    [own, own, own],
  );
  assert.equal(await codeOf(readKey(seedAndPublic.toString("base64"), { alg: "RS256" })), "KEY_ALG_MISMATCH");
});

test("64 other bytes in base64 are no key, and under HS256 the secret they always were", async () => {
  const input = disagreeing.toString("base64");

  assert.equal(await codeOf(readKey(input)), "KEY_NOT_A_KEY");
  assert.equal(await codeOf(readKey(input, { alg: "RS256" })), "KEY_NOT_A_KEY");
  const { key } = await readKey(input, { alg: "HS256", encoding: "base64" });
  assert.equal(key.material.base64, input);
});

test("a vendor's file is never an HMAC secret", async () => {
  const file = JSON.stringify({ id: "4c5d6e7f", privateKey: seedAndPublic.toString("base64") });

  assert.equal(await codeOf(readKey(file, { alg: "HS256" })), "SECRET_IS_PRIVATE_KEY");
  assert.equal(await codeOf(readKey(boxConfig({}), { alg: "HS256" })), "SECRET_IS_PRIVATE_KEY");
});

const ghost = `${"0a1b2c3d".repeat(3)}:${"00ff".repeat(16)}`;

test("a Ghost Admin API key is its hex secret and its id, with HS256 or no alg", async () => {
  for (const [input, options] of [
    [ghost, {}],
    [`${ghost}\n`, { alg: "HS256" }],
  ] as const) {
    const { key, warnings } = await readKey(input, options);

    assert.deepEqual([key.kty, key.alg, key.kid, key.bits, warnings], ["oct", "HS256", "0a1b2c3d".repeat(3), 256, []]);
    assert.equal(Buffer.from(key.material.base64, "base64").toString("hex"), "00ff".repeat(16));
  }
});

async function text(input: string, alg: "HS256" | "HS512", encoding?: "text"): Promise<string> {
  const { key } = await readKey(input, { alg, ...(encoding && { encoding }) });
  return Buffer.from(key.material.base64, "base64").toString();
}

test("what only resembles a Ghost Admin API key is what it was before", async () => {
  assert.equal(await text(ghost, "HS512"), ghost);
  assert.equal(await text(ghost, "HS256", "text"), ghost);
  assert.equal(await text(`${ghost}0`, "HS256"), `${ghost}0`);
  assert.equal(await codeOf(readKey(ghost, { alg: "RS256" })), "KEY_NOT_A_KEY");
  assert.equal(await codeOf(readKey(`${ghost}0`)), "KEY_NOT_A_KEY");
});

test("Yandex Cloud's authorized_key.json gives its key with its id, for PS256", async () => {
  const notice = "PLEASE DO NOT REMOVE THIS LINE! Yandex.Cloud SA Key ID <ajek1>\n";
  const file = {
    id: "ajek1",
    service_account_id: "aje2",
    key_algorithm: "RSA_2048",
    private_key: notice + rsa.export({ type: "pkcs8", format: "pem" }).toString(),
  };

  const { key } = await readKey(JSON.stringify(file));

  assert.deepEqual([key.kty, key.alg, key.kid], ["RSA", "PS256", "ajek1"]);
});

test("DoorDash's access key gives the bytes of its base64url secret, with its key ID", async () => {
  const secret = Buffer.from(Array.from({ length: 32 }, (_, index) => 255 - index));
  const file = { developer_id: "dev-1", key_id: "key-1", signing_secret: secret.toString("base64url") };

  const { key } = await readKey(JSON.stringify(file));

  assert.deepEqual([key.kty, key.alg, key.kid], ["oct", "HS256", "key-1"]);
  assert.equal(key.material.base64, secret.toString("base64"));
});

test("an Ably API key gives its secret as text, with its name as the key ID", async () => {
  const { key } = await readKey(" xVLyHw.a-bcd:0123456789abcdef0123456789abcdef0123456789a\n");

  assert.deepEqual([key.kty, key.alg, key.kid], ["oct", "HS256", "xVLyHw.a-bcd"]);
  assert.equal(Buffer.from(key.material.base64, "base64").toString(), "0123456789abcdef0123456789abcdef0123456789a");
});
