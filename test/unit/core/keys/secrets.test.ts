import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { readKey, type ReadOptions } from "../../../../src/core/keys/read/read.ts";
import { codeOf } from "./rejection.ts";

const hs256 = { alg: "HS256" } as const;
const plain = "correct horse battery staple, 1234";
const bytesOf = async (input: string | Uint8Array, options: ReadOptions = hs256) =>
  Buffer.from((await readKey(input, options)).key.material.base64, "base64");
const warningsOf = async (input: string | Uint8Array, options: ReadOptions = hs256) =>
  (await readKey(input, options)).warnings.map(({ code }) => code);

test("a secret given as text keeps its exact bytes as UTF-8", async () => {
  const secrets = [
    plain,
    "пароль-пароль-пароль-пароль",
    " spaces around, and a line break at the end\n",
    "e\u0301".repeat(20),
  ];

  const read = await Promise.all(secrets.map((secret) => bytesOf(secret)));

  assert.deepEqual(
    read.map((bytes) => bytes.toString("utf8")),
    secrets,
  );
});

test("a text file's one final line break and byte order mark are not part of the secret", async () => {
  const files = [`${plain}\n`, `${plain}\r\n`, `\uFEFF${plain}`, plain, `${plain}\n\n`];

  const read = await Promise.all(files.map((file) => bytesOf(new TextEncoder().encode(file))));

  assert.deepEqual(
    read.map((bytes) => bytes.toString("utf8")),
    [plain, plain, plain, plain, `${plain}\n`],
  );
});

test("a text file that PowerShell wrote is the same secret", async () => {
  const wide = Buffer.from(`\uFEFF${plain}\r\n`, "utf16le");

  assert.equal((await bytesOf(wide)).toString("utf8"), plain);
});

test("a byte order mark that was copied with a secret is not part of it", async () => {
  assert.equal((await bytesOf(`\uFEFF${plain}`)).toString("utf8"), plain);
});

test("a binary secret file keeps a last byte that only looks like a line break", async () => {
  const file = Uint8Array.from({ length: 32 }, (_, i) => (i === 31 ? 0x0a : 0x80 + i));

  assert.deepEqual(new Uint8Array(await bytesOf(file)), file);
  assert.deepEqual(await warningsOf(file), []);
});

test("hex, base64 and base64url give the bytes they stand for", async () => {
  const secret = Buffer.from(Array.from({ length: 40 }, (_, i) => 255 - i));
  const encodings = ["hex", "base64", "base64url"] as const;

  const read = await Promise.all(
    encodings.map((encoding) => bytesOf(`${secret.toString(encoding)}\n`, { ...hs256, encoding })),
  );

  assert.deepEqual(read, [secret, secret, secret]);
});

test("an encoding alone makes the input an HS256 secret", async () => {
  const { key } = await readKey("00".repeat(32), { encoding: "hex" });

  assert.deepEqual([key.kty, key.alg, key.bits, key.material.format], ["oct", "HS256", 256, "raw"]);
});

test("an oct JWK is read as the JWK it is, with its alg and kid", async () => {
  const jwk = { kty: "oct", k: Buffer.alloc(48, 7).toString("base64url"), alg: "HS384", kid: "k1" };

  const { key, warnings } = await readKey(JSON.stringify(jwk));

  assert.deepEqual([key.alg, key.bits, key.kid, warnings], ["HS384", 384, "k1", []]);
});

test("an oct JWK given explicitly as text is the secret itself", async () => {
  const text = JSON.stringify({ kty: "oct", k: "AAAA" });

  assert.equal((await bytesOf(text, { ...hs256, encoding: "text" })).toString("utf8"), text);
});

test("what a person should check about a secret is a warning", async () => {
  const cases: readonly (readonly [string, string])[] = [
    ["short", "SECRET_TOO_SHORT"],
    [`${plain} `, "SECRET_SURROUNDING_SPACE"],
    [`${plain}\u200b`, "SECRET_SURROUNDING_SPACE"],
    [`"${plain}"`, "SECRET_SURROUNDING_QUOTES"],
    ["ab".repeat(32), "SECRET_ENCODING"],
    [Buffer.alloc(32, 9).toString("base64"), "SECRET_ENCODING"],
    [`whsec_${Buffer.alloc(32, 9).toString("base64")}`, "SECRET_ENCODING"],
  ];

  const warnings = await Promise.all(cases.map(([secret]) => warningsOf(secret)));

  assert.deepEqual(
    warnings,
    cases.map(([, code]) => [code]),
  );
});

test("a secret whose encoding was chosen is not asked about again", async () => {
  assert.deepEqual(await warningsOf("ab".repeat(32), { ...hs256, encoding: "text" }), []);
});

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pkcs8 = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const spki = publicKey.export({ type: "spki", format: "pem" }).toString();

const privates: { readonly [form: string]: string | Uint8Array } = {
  PEM: pkcs8,
  "PEM with spoilt dashes": pkcs8.replaceAll("-", "\u2013"),
  "base64 of PEM": Buffer.from(pkcs8).toString("base64"),
  DER: new Uint8Array(privateKey.export({ type: "pkcs8", format: "der" })),
  "hex of PEM": Buffer.from(pkcs8).toString("hex"),
  "hex of DER": privateKey.export({ type: "pkcs8", format: "der" }).toString("hex"),
  "base64 of DER": privateKey.export({ type: "pkcs1", format: "der" }).toString("base64"),
  "a JWK": JSON.stringify(privateKey.export({ format: "jwk" })),
  ".NET's XML": "<RSAKeyValue><Modulus>AAAA</Modulus><D>AAAA</D></RSAKeyValue>",
  "a service account's file": JSON.stringify({ private_key: pkcs8 }),
};

for (const [form, input] of Object.entries(privates)) {
  test(`a private key as ${form} is never an HMAC secret`, async () => {
    assert.equal(await codeOf(readKey(input, hs256)), "SECRET_IS_PRIVATE_KEY");
  });
}

const publics: { readonly [form: string]: string | Uint8Array } = {
  PEM: spki,
  "PKCS#1 PEM": publicKey.export({ type: "pkcs1", format: "pem" }),
  DER: new Uint8Array(publicKey.export({ type: "spki", format: "der" })),
  "a JWK": JSON.stringify(publicKey.export({ format: "jwk" })),
  "a JWK Set": JSON.stringify({ keys: [publicKey.export({ format: "jwk" })] }),
  ".NET's XML": "<RSAKeyValue><Modulus>AAAA</Modulus></RSAKeyValue>",
  "an SSH line": "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ me@here",
};

for (const [form, input] of Object.entries(publics)) {
  test(`a public key as ${form} is never an HMAC secret`, async () => {
    assert.equal(await codeOf(readKey(input, hs256)), "SECRET_IS_PUBLIC_KEY");
    const encoded = Buffer.from(input).toString("base64");
    assert.equal(await codeOf(readKey(encoded, { ...hs256, encoding: "base64" })), "SECRET_IS_PUBLIC_KEY");
  });
}

test("secrets that cannot be bytes are refused, each with its code", async () => {
  const cases: readonly (readonly [string, ReadOptions, string])[] = [
    ["   ", hs256, "SECRET_EMPTY"],
    ["\n", { ...hs256, encoding: "hex" }, "SECRET_EMPTY"],
    ["abc", { ...hs256, encoding: "hex" }, "SECRET_BAD_HEX"],
    ["a*b=", { ...hs256, encoding: "base64" }, "SECRET_BAD_BASE64"],
    ["ab+/", { ...hs256, encoding: "base64url" }, "SECRET_BAD_BASE64"],
    ["half a character: \uD83D and more of it", hs256, "SECRET_NOT_UNICODE"],
    ["k".repeat(65_537), hs256, "SECRET_TOO_LONG"],
    ["00".repeat(32), { alg: "RS256", encoding: "hex" }, "KEY_ALG_MISMATCH"],
  ];

  const codes = await Promise.all(cases.map(([secret, options]) => codeOf(readKey(secret, options))));

  assert.deepEqual(
    codes,
    cases.map(([, , code]) => code),
  );
});
