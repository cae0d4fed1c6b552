import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { calculateJwkThumbprint, exportJWK } from "jose";
import { UserError } from "../../../../../src/core/errors.ts";
import { pemText } from "../../../../../src/core/keys/read/pem.ts";
import { readKey } from "../../../../../src/core/keys/read/read.ts";
import { codeOf } from "../rejection.ts";
import { openSshFile, puttyFile, sshParts, string } from "./sshWriter.ts";

const ed = generateKeyPairSync("ed25519").privateKey;
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const keys = {
  RSA: rsa,
  "P-256": ec,
  "P-384": generateKeyPairSync("ec", { namedCurve: "P-384" }).privateKey,
  "P-521": generateKeyPairSync("ec", { namedCurve: "P-521" }).privateKey,
  Ed25519: ed,
};

for (const [title, key] of Object.entries(keys)) {
  test(`${title} in OpenSSH's and in PuTTY's format is the same key`, async () => {
    const file = openSshFile(sshParts(key));
    const pem = pemText("OPENSSH PRIVATE KEY", new Uint8Array(file));
    const putty = puttyFile(sshParts(key), 3);
    const forms = [
      file,
      pem,
      pem.replaceAll("\n", String.raw`\n`),
      Buffer.from(pem).toString("base64"),
      `SSH_KEY="${pem}"\n`,
      puttyFile(sshParts(key), 2),
      putty,
      putty.replaceAll("\r\n", "\n"),
      Buffer.from(putty).toString("base64"),
    ];

    const read = await Promise.all(forms.map((form) => readKey(form)));

    const own = await calculateJwkThumbprint(await exportJWK(key));
    assert.deepEqual(new Set(read.map((each) => each.key.thumbprint)), new Set([own]));
    for (const form of forms) assert.equal(await codeOf(readKey(form, { alg: "HS256" })), "SECRET_IS_PRIVATE_KEY");
  });
}

const parts = sshParts(ed);
const other = sshParts(generateKeyPairSync("ed25519").privateKey);
const otherEc = sshParts(generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey);
const otherRsa = sshParts(generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey);
const small = sshParts(generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey);
const [point = "", curve = ""] = sshParts(ec).outer.toReversed();

const refused: readonly (readonly [title: string, code: string, file: Uint8Array | string])[] = [
  ["check numbers that differ", "KEY_TRUNCATED", openSshFile({ ...parts, checks: [1, 2] })],
  ["padding that does not count", "KEY_TRUNCATED", openSshFile({ ...parts, padding: [1, 2, 4] })],
  ["two keys", "KEY_TRUNCATED", openSshFile({ ...parts, count: 2 })],
  ["no key", "KEY_TRUNCATED", openSshFile({ ...parts, count: 0 })],
  ["another Ed25519 public key", "KEY_INCONSISTENT", openSshFile({ ...parts, outer: other.outer })],
  ["another EC public key", "KEY_INCONSISTENT", openSshFile({ ...sshParts(ec), outer: otherEc.outer })],
  ["another RSA public key", "KEY_INCONSISTENT", openSshFile({ ...sshParts(rsa), outer: otherRsa.outer })],
  [
    "an EC secret of another key",
    "KEY_INCONSISTENT",
    openSshFile({ ...sshParts(ec), openSsh: [curve, point, otherEc.openSsh[2] ?? ""] }),
  ],
  ["a seed of another key", "KEY_INCONSISTENT", puttyFile({ ...parts, putty: other.putty }, 3)],
  ["an RSA key of 1024 bits", "KEY_TOO_SMALL", openSshFile(small)],
  ["an RSA key of 1024 bits in PuTTY's format", "KEY_TOO_SMALL", puttyFile(small, 2)],
  ["a DSA key", "KEY_TYPE_UNSUPPORTED", openSshFile({ ...parts, type: "ssh-dss" })],
  ["a FIDO key", "KEY_TYPE_UNSUPPORTED", openSshFile({ ...parts, type: "sk-ssh-ed25519@openssh.com" })],
  ["an Ed448 key", "KEY_CURVE_UNSUPPORTED", openSshFile({ ...parts, type: "ssh-ed448" })],
  ["a passphrase", "KEY_IS_OPENSSH", openSshFile({ ...parts, cipher: "aes256-ctr" })],
  ["a passphrase in PuTTY's format", "KEY_FORMAT_UNSUPPORTED", puttyFile(parts, 3, "aes256-cbc")],
  ["an unknown type in PuTTY's format", "KEY_FORMAT_UNSUPPORTED", puttyFile({ ...parts, type: "ssh-dss" }, 2)],
  ["half a PuTTY file", "KEY_FORMAT_UNSUPPORTED", puttyFile(parts, 3).slice(0, 120)],
];

for (const [title, code, file] of refused) {
  test(`an SSH key with ${title} is refused with ${code}`, async () => {
    assert.equal(await codeOf(readKey(file)), code);
  });
}

test("an Ed25519 seed whose last zeros older versions of PuTTY left out is whole again", async () => {
  let key = ed;
  while (Buffer.from(key.export({ format: "jwk" }).d ?? "", "base64url").at(-1) !== 0)
    key = generateKeyPairSync("ed25519").privateKey;
  const { type, outer, openSsh, putty } = sshParts(key);
  const [seed = ""] = putty;

  const { key: read } = await readKey(
    puttyFile({ type, outer, openSsh, putty: [Buffer.from(seed).subarray(0, 31)] }, 2),
  );

  assert.equal(read.thumbprint, await calculateJwkThumbprint(await exportJWK(key)));
});

test("every byte of an OpenSSH key, changed, is refused with a sentence or leaves the same key", async () => {
  for (const key of [ed, ec]) {
    const file = openSshFile(sshParts(key));
    const own = await calculateJwkThumbprint(await exportJWK(key));
    for (let place = 0; place < file.length; place++) {
      const mutant = file.slice();
      mutant[place] = (mutant[place] ?? 0) ^ 0x01;
      const result = await readKey(mutant).catch((error: unknown) => error);
      if (result instanceof Error) assert.ok(result instanceof UserError, `byte ${place}: ${result.message}`);
      else assert.equal((result as Awaited<ReturnType<typeof readKey>>).key.thumbprint, own);
    }
  }
});

test("the writer of these tests writes lengths in front", () => {
  assert.equal(string("ab").toString("hex"), "000000026162");
});
