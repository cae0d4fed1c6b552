import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { calculateJwkThumbprint, exportJWK } from "jose";
import { UserError } from "../../../../src/core/errors.ts";
import { readKey } from "../../../../src/core/keys/read/read.ts";
import { encryptedPkcs8 } from "./pbes2.ts";
import { codeOf } from "./rejection.ts";

const key = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
const pkcs8 = new Uint8Array(key.export({ type: "pkcs8", format: "der" }));
const modern = String(key.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "x" }));
const traditional = String(key.export({ type: "sec1", format: "pem", cipher: "des-ede3-cbc", passphrase: "x" }));

const copies: { readonly [title: string]: string } = {
  "as it is": traditional,
  "with escaped line ends": traditional.replaceAll("\n", String.raw`\n`),
  "on one line": traditional.replaceAll(/\n+/g, " "),
  "without any line end": traditional.replaceAll("\n", ""),
  "with Windows' line ends": traditional.replaceAll("\n", "\r\n"),
  "inside JSON": JSON.stringify({ key: traditional }),
  "in base64": Buffer.from(traditional).toString("base64"),
};

for (const [title, copy] of Object.entries(copies)) {
  test(`traditional PEM, copied ${title}, asks for its passphrase and is read with it`, async () => {
    assert.equal(await codeOf(readKey(copy)), "KEY_ENCRYPTED");
    assert.equal(await codeOf(readKey(copy, { passphrase: "y" })), "KEY_WRONG_PASSWORD");
    const { key: read } = await readKey(copy, { passphrase: "x" });
    assert.equal(read.thumbprint, await calculateJwkThumbprint(await exportJWK(key)));
  });
}

const asks = async (input: string | Uint8Array) =>
  readKey(input).then(
    () => "nothing",
    (error: unknown) => (error instanceof UserError && error.code === "KEY_ENCRYPTED" ? error.message : String(error)),
  );

test("the command that decrypts a file is given where OpenSSL reads the file as it is, and nowhere else", async () => {
  const der = encryptedPkcs8(pkcs8, "x", {});
  const box = { boxAppSettings: { appAuth: { publicKeyID: "k", privateKey: modern, passphrase: "" } } };

  for (const input of [modern, traditional, der, `Bag Attributes\n${modern}`])
    assert.match(await asks(input), /"openssl pkey -in FILE -out NEWFILE"/);
  for (const input of [
    ...Object.values(copies).filter((copy) => !/^-----BEGIN EC PRIVATE KEY-----\r?$/m.test(copy)),
    JSON.stringify(box),
    `KEY="${modern}"\n`,
    `KEY=${Buffer.from(der).toString("base64")}\n`,
    Buffer.from(der).toString("base64"),
    encryptedPkcs8(pkcs8, "x", { cipher: "2b0e030207", iv: new Uint8Array(8) }),
  ])
    assert.match(await asks(input), /is encrypted\. Enter its passphrase\.$/);
});

test("traditional PEM with damaged headers is refused", async () => {
  for (const [change, code] of [
    [(pem: string) => pem.replace(/DEK-Info.*/, ""), "KEY_TRUNCATED"],
    [(pem: string) => pem.replace(/CBC,\w{4}/, "CBC,"), "KEY_TRUNCATED"],
    [(pem: string) => pem.replace("DES-EDE3-CBC", "ROT13-CBC"), "KEY_ENCRYPTION_UNSUPPORTED"],
    [
      (pem: string) => pem.replace(/=*\n-----END/, "\n-----END").replace(/....\n-----END/, "\n-----END"),
      "KEY_TRUNCATED",
    ],
  ] as const)
    assert.equal(await codeOf(readKey(change(traditional), { passphrase: "x" })), code);
});
