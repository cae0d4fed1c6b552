import assert from "node:assert/strict";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { test } from "node:test";
import { calculateJwkThumbprint, exportJWK } from "jose";
import { readKey } from "../../../../src/core/keys/read/read.ts";
import { codeOf } from "./rejection.ts";

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const ec = generateKeyPairSync("ec", { namedCurve: "P-384" }).privateKey;
const ed = generateKeyPairSync("ed25519").privateKey;
const pem = (key: KeyObject, type: "pkcs1" | "pkcs8" | "sec1") => key.export({ type, format: "pem" }).toString();
const der = (key: KeyObject, type: "pkcs1" | "pkcs8" | "sec1") =>
  new Uint8Array(Buffer.from(key.export({ type, format: "der" })));
const jwk = (key: KeyObject) => key.export({ format: "jwk" });
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
const pkcs8 = pem(rsa, "pkcs8");
const pkcs8Body = base64(der(rsa, "pkcs8"));

const rsaForms: { readonly [form: string]: string | Uint8Array } = {
  "PKCS#8 PEM": pkcs8,
  "PKCS#1 PEM": pem(rsa, "pkcs1"),
  "PKCS#1 under the label of PKCS#8": pem(rsa, "pkcs1").replaceAll("RSA PRIVATE", "PRIVATE"),
  "PKCS#8 DER": der(rsa, "pkcs8"),
  "PKCS#1 DER": der(rsa, "pkcs1"),
  "base64 without armour": pkcs8Body,
  "base64url without armour or padding": Buffer.from(pkcs8Body, "base64").toString("base64url"),
  "a whole PEM file in base64": Buffer.from(pkcs8).toString("base64"),
  "a private JWK": JSON.stringify(jwk(rsa)),
  "a private JWK as one JSON string": JSON.stringify(JSON.stringify(jwk(rsa))),
  "a JWK Set of one key": JSON.stringify({ keys: [jwk(rsa)] }),
  "bytes with a byte order mark": new TextEncoder().encode(`\uFEFF${pkcs8}`),
  "UTF-16 with a byte order mark": new Uint8Array(Buffer.from(`\uFEFF${pkcs8}`, "utf16le")),
  "literal \\n": pkcs8.replaceAll("\n", String.raw`\n`),
  "doubly escaped \\\\n and escaped slashes": pkcs8.replaceAll("/", String.raw`\/`).replaceAll("\n", String.raw`\\n`),
  "line breaks turned into spaces": pkcs8.replaceAll("\n", " "),
  "no line breaks": pkcs8.replaceAll("\n", ""),
  "a line of .env": `KEY="${pkcs8.replaceAll("\n", String.raw`\n`)}"`,
  "zero-width spaces in the body": pkcs8.replaceAll("\n", "\u200B\n"),
  "text on both sides": `some words\n${pkcs8}more words`,
};

for (const [form, input] of Object.entries(rsaForms)) {
  test(`an RSA key is the same key as ${form}`, async () => {
    const { key, warnings } = await readKey(input);

    assert.equal(key.thumbprint, await calculateJwkThumbprint(await exportJWK(rsa)));
    assert.equal(key.material.base64, pkcs8Body);
    assert.deepEqual([key.kty, key.alg, key.bits, key.crv, key.kid], ["RSA", "RS256", 2048, undefined, undefined]);
    assert.deepEqual(warnings, []);
  });
}

const ecForms: { readonly [form: string]: string | Uint8Array } = {
  "PKCS#8 PEM": pem(ec, "pkcs8"),
  "SEC1 PEM": pem(ec, "sec1"),
  "SEC1 PEM after its parameters": `-----BEGIN EC PARAMETERS-----\nBgUrgQQAIg==\n-----END EC PARAMETERS-----\n${pem(ec, "sec1")}`,
  "SEC1 DER": der(ec, "sec1"),
  "a private JWK": JSON.stringify(jwk(ec)),
  "an array of one JWK": JSON.stringify([jwk(ec)]),
};

for (const [form, input] of Object.entries(ecForms)) {
  test(`an EC key is the same key as ${form}`, async () => {
    const { key } = await readKey(input);

    assert.equal(key.thumbprint, await calculateJwkThumbprint(await exportJWK(ec)));
    assert.deepEqual([key.kty, key.alg, key.crv, key.bits], ["EC", "ES384", "P-384", undefined]);
  });
}

for (const [form, input] of Object.entries({ PEM: pem(ed, "pkcs8"), JWK: JSON.stringify(jwk(ed)) })) {
  test(`an Ed25519 key is the same key as ${form}`, async () => {
    const { key } = await readKey(input, { alg: "Ed25519" });

    assert.equal(key.thumbprint, await calculateJwkThumbprint(await exportJWK(ed)));
    assert.deepEqual([key.kty, key.alg, key.crv], ["OKP", "Ed25519", "Ed25519"]);
  });
}

test("a key without an alg of its own gets the usual one of its type", async () => {
  const algs = await Promise.all([rsa, ec, ed].map(async (key) => (await readKey(pem(key, "pkcs8"))).key.alg));

  assert.deepEqual(algs, ["RS256", "ES384", "EdDSA"]);
});

test("the alg that was asked for goes before the one a JWK names", async () => {
  const { key } = await readKey(JSON.stringify({ ...jwk(rsa), alg: "RS512" }), { alg: "PS256" });

  assert.equal(key.alg, "PS256");
});

test("an RSA-PSS key signs with PS256 and refuses RS256", async () => {
  const pss = pem(generateKeyPairSync("rsa-pss", { modulusLength: 2048 }).privateKey, "pkcs8");

  assert.equal((await readKey(pss)).key.alg, "PS256");
  assert.equal(await codeOf(readKey(pss, { alg: "RS256" })), "KEY_ALG_MISMATCH");
});

test("the key id comes from Apple's file name, and only from such a name", async () => {
  const input = pem(generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey, "pkcs8");
  const kids = [
    "AuthKey_AB12CD34EF.p8",
    "/tmp/AuthKey_AB12CD34EF (1).p8",
    "AuthKey_AB12CD34EF copy 2.p8",
    "C:\\keys\\SubscriptionKey_AB12CD34EF-2.p8",
    "AuthKey_AB12CD34EF.p8.txt",
    "AuthKey_AB12CD34EFG.p8",
    "AuthKey_short.p8",
    "my-AuthKey_AB12CD34EF.p8",
  ];

  const read = await Promise.all(kids.map((fileName) => readKey(input, { fileName })));

  assert.deepEqual(
    read.map(({ key }) => key.kid),
    [...Array<string>(5).fill("AB12CD34EF"), undefined, undefined, undefined],
  );
});

test("a JWK's own key id is kept before the file's name", async () => {
  const { key } = await readKey(JSON.stringify({ ...jwk(ec), kid: "mine" }), { fileName: "AuthKey_AB12CD34EF.p8" });

  assert.equal(key.kid, "mine");
});

test("a Google service account's file gives its key and its key id", async () => {
  const account = {
    type: "service_account",
    private_key_id: "0a1b2c",
    private_key: pkcs8,
    client_email: "a@b.example",
  };

  const { key } = await readKey(JSON.stringify(account));

  assert.deepEqual([key.kid, key.bits], ["0a1b2c", 2048]);
});

test("a 4096-bit RSA key is read", async () => {
  const input = pem(generateKeyPairSync("rsa", { modulusLength: 4096 }).privateKey, "pkcs8");

  assert.equal((await readKey(input)).key.bits, 4096);
});
