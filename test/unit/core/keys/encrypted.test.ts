import assert from "node:assert/strict";
import { createCipheriv, generateKeyPairSync, pbkdf2Sync } from "node:crypto";
import { test } from "node:test";
import { calculateJwkThumbprint, exportJWK } from "jose";
import { UserError } from "../../../../src/core/errors.ts";
import { readKey } from "../../../../src/core/keys/read/read.ts";
import { encryptedPkcs8, type Pbes2 } from "./pbes2.ts";
import { codeOf } from "./rejection.ts";

const key = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
const pkcs8 = new Uint8Array(key.export({ type: "pkcs8", format: "der" }));
const ownThumbprint = async () => calculateJwkThumbprint(await exportJWK(key));
const encrypted = (passphrase: string) =>
  key.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase }).toString();
const thumbprintOf = async (input: string | Uint8Array, passphrase: string) =>
  (await readKey(input, { passphrase })).key.thumbprint;

const passphrases = {
  ASCII: "correct horse",
  "composed é": "caf\u00e9",
  "decomposed é": "cafe\u0301",
  emoji: "🔑🔑",
  "spaces at both ends": " x ",
  "1000 characters": "x".repeat(1000),
};

for (const [title, passphrase] of Object.entries(passphrases)) {
  test(`a passphrase (${title}) decrypts as it was typed`, async () => {
    assert.equal(await thumbprintOf(encrypted(passphrase), passphrase), await ownThumbprint());
  });
}

test("a passphrase is not normalized, so é composed does not open é decomposed", async () => {
  assert.equal(await codeOf(readKey(encrypted("caf\u00e9"), { passphrase: "cafe\u0301" })), "KEY_WRONG_PASSWORD");
});

test("an empty passphrase is one like any other, and none is asked for", async () => {
  const input = encryptedPkcs8(pkcs8, "", {});

  assert.equal(await thumbprintOf(input, ""), await ownThumbprint());
  assert.equal(await codeOf(readKey(input)), "KEY_ENCRYPTED");
  assert.equal(await codeOf(readKey(encrypted("x"), { passphrase: "" })), "KEY_WRONG_PASSWORD");
});

test("a passphrase for a key that is not encrypted is not used", async () => {
  assert.equal(await thumbprintOf(pkcs8, "whatever"), await ownThumbprint());
});

test("an encrypted key is found under any label and in base64 without armour", async () => {
  const pem = encrypted("x");
  const forms = [
    pem.replaceAll("ENCRYPTED PRIVATE", "PRIVATE"),
    pem.replaceAll(/-.*-/g, ""),
    Buffer.from(pem).toString("base64"),
    pem.replaceAll("\n", String.raw`\n`),
  ];

  const thumbprints = await Promise.all(forms.map((form) => thumbprintOf(form, "x")));

  assert.deepEqual(new Set(thumbprints), new Set([await ownThumbprint()]));
});

test("500 wrong passphrases are wrong, also where the padding is right by chance", async () => {
  const input = encryptedPkcs8(pkcs8, "right", {});

  const codes = await Promise.all(
    Array.from({ length: 500 }, (_, i) => codeOf(readKey(input, { passphrase: `wrong ${i}` }))),
  );

  assert.deepEqual(new Set(codes), new Set(["KEY_WRONG_PASSWORD"]));
});

const parameters: readonly (readonly [title: string, change: Partial<Pbes2>, code: string])[] = [
  ["10 000 001 rounds", { iterations: "00989681" }, "KEY_KDF_TOO_EXPENSIVE"],
  ["2^64 rounds", { iterations: "010000000000000000" }, "KEY_KDF_TOO_EXPENSIVE"],
  ["no rounds", { iterations: "00" }, "KEY_TRUNCATED"],
  ["a negative number of rounds", { iterations: "80" }, "KEY_TRUNCATED"],
  ["an empty salt", { salt: new Uint8Array(0) }, "KEY_TRUNCATED"],
  ["a salt of 1025 bytes", { salt: new Uint8Array(1025) }, "KEY_TRUNCATED"],
  ["an IV of 15 bytes", { iv: new Uint8Array(15) }, "KEY_TRUNCATED"],
  ["ciphertext of no whole blocks", { ciphertext: new Uint8Array(33) }, "KEY_TRUNCATED"],
  ["no ciphertext", { ciphertext: new Uint8Array(0) }, "KEY_TRUNCATED"],
  ["a key length that is not the cipher's", { keyLength: "10" }, "KEY_TRUNCATED"],
  ["a key derivation that nobody knows", { kdf: "2a03" }, "KEY_ENCRYPTION_UNSUPPORTED"],
  ["a pseudorandom function that nobody knows", { prf: "2a03" }, "KEY_ENCRYPTION_UNSUPPORTED"],
  ["1 000 001 rounds without WebCrypto", { prf: "2a864886f70d0208", iterations: "0f4241" }, "KEY_KDF_TOO_EXPENSIVE"],
  ["scrypt with 512 MiB", { scrypt: ["080000", "08", "01"] }, "KEY_KDF_TOO_EXPENSIVE"],
  ["scrypt with too much work", { scrypt: ["4000", "08", "41"] }, "KEY_KDF_TOO_EXPENSIVE"],
  ["scrypt with 2^40 blocks", { scrypt: ["4000", "010000000000", "01"] }, "KEY_KDF_TOO_EXPENSIVE"],
  ["scrypt with 256 MiB", { scrypt: ["040000", "08", "01"] }, "KEY_ENCRYPTED"],
  ["scrypt with a cost that is no power of two", { scrypt: ["4001", "08", "01"] }, "KEY_TRUNCATED"],
  ["scrypt with a cost of one", { scrypt: ["01", "08", "01"] }, "KEY_TRUNCATED"],
  ["scrypt with no blocks", { scrypt: ["4000", "00", "01"] }, "KEY_TRUNCATED"],
  ["scrypt with a cost beyond 16 bits for each block", { scrypt: ["010000", "01", "01"] }, "KEY_TRUNCATED"],
  ["scrypt without its parallelism", { scrypt: ["4000", "08"] }, "KEY_TRUNCATED"],
  ["scrypt with another key length", { scrypt: ["4000", "08", "01", "10"] }, "KEY_TRUNCATED"],
  ["scrypt with a further member", { scrypt: ["4000", "08", "01", "20", "01"] }, "KEY_TRUNCATED"],
  ["3DES with an IV of AES", { cipher: "2a864886f70d0307" }, "KEY_TRUNCATED"],
  ["RC2", { cipher: "2a864886f70d0302" }, "KEY_ENCRYPTION_UNSUPPORTED"],
  ["AES-256-GCM", { cipher: "60864801650304012e" }, "KEY_ENCRYPTION_UNSUPPORTED"],
  ["a cipher that nobody knows", { cipher: "2a03" }, "KEY_ENCRYPTION_UNSUPPORTED"],
  ["PBES1 with the parameters of PBES2", { scheme: "2a864886f70d010503" }, "KEY_TRUNCATED"],
  ["PBES1 of MD5 and RC2", { scheme: "2a864886f70d010506" }, "KEY_ENCRYPTION_UNSUPPORTED"],
];

for (const [title, change, code] of parameters) {
  test(`${title}: refused with ${code} before a passphrase is asked for`, async () => {
    assert.equal(await codeOf(readKey(encryptedPkcs8(pkcs8, "x", change))), code);
  });
}

test("10 million rounds are allowed, and their number is not run when the passphrase is missing", async () => {
  assert.equal(await codeOf(readKey(encryptedPkcs8(pkcs8, "x", { iterations: "00989680" }))), "KEY_ENCRYPTED");
});

test("a key length that is the cipher's, as Java writes it, is taken", async () => {
  const input = encryptedPkcs8(pkcs8, "x", { keyLength: "20" });

  assert.equal(await thumbprintOf(input, "x"), await ownThumbprint());
});

test("a cipher of OpenSSL's legacy provider is refused with a command that loads it", async () => {
  const input = encryptedPkcs8(pkcs8, "x", { cipher: "2a864886f70d0302" });

  await assert.rejects(readKey(input), /with RC2, .* -provider legacy -provider default -in FILE/);
});

test("what a right passphrase opens is judged like any other key", async () => {
  const small = generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey;
  const locked = small.export({ type: "pkcs8", format: "pem", cipher: "aes-128-cbc", passphrase: "x" });

  assert.equal(await codeOf(readKey(locked, { passphrase: "x" })), "KEY_TOO_SMALL");
  assert.equal(await codeOf(readKey(encrypted("x"), { passphrase: "x", alg: "RS256" })), "KEY_ALG_MISMATCH");
});

test("an encrypted key inside an encrypted key is no key", async () => {
  const twice = encryptedPkcs8(encryptedPkcs8(pkcs8, "x", {}), "x", {});

  assert.equal(await codeOf(readKey(twice, { passphrase: "x" })), "KEY_WRONG_PASSWORD");
});

test("an encrypted key is never an HMAC secret", async () => {
  for (const input of [encrypted("x"), encryptedPkcs8(pkcs8, "x", {})]) {
    assert.equal(await codeOf(readKey(input, { alg: "HS256", passphrase: "x" })), "SECRET_IS_PRIVATE_KEY");
  }
});

test("every byte of an encrypted key, changed, is refused with a sentence or leaves the same key", async () => {
  const input = encryptedPkcs8(pkcs8, "x", { iterations: "10" });
  const own = await ownThumbprint();

  for (let place = 0; place < input.length; place++) {
    const mutant = input.slice();
    mutant[place] = (mutant[place] ?? 0) ^ 0x01;
    const result = await readKey(mutant, { passphrase: "x" }).catch((error: unknown) => error);
    if (result instanceof Error) assert.ok(result instanceof UserError, `byte ${place}: ${result.message}`);
    else assert.equal((result as Awaited<ReturnType<typeof readKey>>).key.thumbprint, own);
  }
});

test("the writer of these tests agrees with node:crypto", () => {
  const derived = pbkdf2Sync("x", new Uint8Array(16), 1000, 32, "sha256");
  const cipher = createCipheriv("aes-256-cbc", derived, new Uint8Array(16));
  const ciphertext = Buffer.concat([cipher.update(pkcs8), cipher.final()]);

  assert.deepEqual(Buffer.from(encryptedPkcs8(pkcs8, "x", {})).subarray(-ciphertext.length), ciphertext);
});
