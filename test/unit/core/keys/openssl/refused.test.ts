import assert from "node:assert/strict";
import { test } from "node:test";
import { readKey } from "../../../../../src/core/keys/read/read.ts";
import { codeOf } from "../rejection.ts";
import { made, origin } from "./machine.ts";
import { entry, label, makeBases } from "./samples.ts";

/** The arguments lack the name of the file to write, which ends every command. */
type Row = readonly [title: string, code: string, args: readonly string[], instead: () => string];

const rows: readonly Row[] = [
  ["a certificate", "KEY_IS_CERTIFICATE", ["x509", "-in", "cert.pem", "-out"], entry("PEM-021")],
  [
    "a certificate in DER",
    "KEY_IS_CERTIFICATE",
    ["x509", "-in", "cert.pem", "-outform", "DER", "-out"],
    entry("PEM-021"),
  ],
  [
    "a certificate request",
    "KEY_IS_CSR",
    ["req", "-new", "-key", "rsa.pem", "-subj", "/CN=x", "-out"],
    label("CERTIFICATE REQUEST"),
  ],
  [
    "a PKCS#7 bundle",
    "KEY_FORMAT_UNSUPPORTED",
    ["crl2pkcs7", "-nocrl", "-certfile", "cert.pem", "-out"],
    entry("PEM-023"),
  ],
  ["a public key", "KEY_IS_PUBLIC", ["pkey", "-in", "rsa.pem", "-pubout", "-out"], entry("PEM-018")],
  ["EC parameters alone", "KEY_NOT_A_KEY", ["ecparam", "-name", "prime256v1", "-out"], label("EC PARAMETERS")],
  ["an X25519 key", "KEY_CURVE_UNSUPPORTED", ["genpkey", "-algorithm", "X25519", "-out"], entry("PEM-043")],
  ["an Ed448 key", "KEY_CURVE_UNSUPPORTED", ["genpkey", "-algorithm", "ED448", "-out"], entry("PEM-041")],
  [
    "a secp256k1 key",
    "KEY_CURVE_UNSUPPORTED",
    ["ecparam", "-name", "secp256k1", "-genkey", "-noout", "-out"],
    entry("PEM-038"),
  ],
  [
    "an RSA key of 1024 bits",
    "KEY_TOO_SMALL",
    ["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024", "-out"],
    entry("PEM-046"),
  ],
];

makeBases();

for (const [title, code, args, instead] of rows) {
  test(`${title}, made by ${origin}, is refused with ${code}`, async () => {
    const input = made(title, ["openssl", ...args, title], instead);

    assert.equal(await codeOf(readKey(input)), code);
  });
}

test(`an SSH public key, made by ${origin}, is refused with KEY_IS_PUBLIC`, async () => {
  const input = made("id.pub", ["ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", "id"], entry("PEM-030"));

  assert.equal(await codeOf(readKey(input)), "KEY_IS_PUBLIC");
});
