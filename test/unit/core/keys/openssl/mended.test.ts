import assert from "node:assert/strict";
import { test } from "node:test";
import { UserError } from "../../../../../src/core/errors.ts";
import { readKey } from "../../../../../src/core/keys/read/read.ts";
import { follow, made, origin } from "./machine.ts";
import { ec, entry, label, makeBases, node, passout, passphrase, rsa } from "./samples.ts";

interface Row {
  readonly title: string;
  readonly code: string;
  readonly tool: "openssl" | "ssh-keygen";
  /** Without the name of the file that the tool is to write, which ends every command. */
  readonly args: readonly string[];
  readonly instead: () => string;
  /** What the refusal's own command needs besides, so that it asks nothing. */
  readonly mended: readonly string[];
}

const reencrypted = ["-passin", `pass:${passphrase}`, ...passout];

const rows: readonly Row[] = [
  {
    title: "PKCS#8 encrypted with SHA-1 and 3DES",
    code: "KEY_ENCRYPTION_UNSUPPORTED",
    tool: "openssl",
    args: ["pkcs8", "-topk8", "-v1", "PBE-SHA1-3DES", ...passout, "-in", "rsa.pem", "-out"],
    instead: entry("PEM-013"),
    mended: reencrypted,
  },
  {
    title: "PKCS#8 encrypted with PBES2 and 3DES",
    code: "KEY_ENCRYPTION_UNSUPPORTED",
    tool: "openssl",
    args: ["pkcs8", "-topk8", "-v2", "des3", ...passout, "-in", "rsa.pem", "-out"],
    instead: node(rsa, "pkcs8", "des-ede3-cbc"),
    mended: reencrypted,
  },
  {
    title: "PKCS#8 encrypted by way of scrypt",
    code: "KEY_ENCRYPTION_UNSUPPORTED",
    tool: "openssl",
    args: ["pkcs8", "-topk8", "-scrypt", ...passout, "-in", "rsa.pem", "-out"],
    instead: entry("PEM-013"),
    mended: reencrypted,
  },
  {
    title: "PKCS#1 in OpenSSL's traditional encryption",
    code: "KEY_ENCRYPTION_UNSUPPORTED",
    tool: "openssl",
    args: ["rsa", "-traditional", "-aes256", ...passout, "-in", "rsa.pem", "-out"],
    instead: node(rsa, "pkcs1", "aes-256-cbc"),
    mended: reencrypted,
  },
  {
    title: "SEC1 in OpenSSL's traditional encryption",
    code: "KEY_ENCRYPTION_UNSUPPORTED",
    tool: "openssl",
    args: ["ec", "-aes128", ...passout, "-in", "ec.pem", "-out"],
    instead: node(ec, "sec1", "aes-128-cbc"),
    mended: reencrypted,
  },
  {
    title: "ssh-keygen's PEM with a passphrase",
    code: "KEY_ENCRYPTION_UNSUPPORTED",
    tool: "ssh-keygen",
    args: ["-q", "-t", "rsa", "-b", "2048", "-m", "PEM", "-N", passphrase, "-f"],
    instead: node(rsa, "pkcs1", "aes-128-cbc"),
    mended: reencrypted,
  },
  {
    title: "an RSA key in OpenSSH format",
    code: "KEY_IS_OPENSSH",
    tool: "ssh-keygen",
    args: ["-q", "-t", "rsa", "-b", "2048", "-N", "", "-f"],
    instead: entry("PEM-028"),
    mended: ["-P", "", "-N", ""],
  },
  {
    title: "an encrypted EC key in OpenSSH format",
    code: "KEY_IS_OPENSSH",
    tool: "ssh-keygen",
    args: ["-q", "-t", "ecdsa", "-b", "384", "-N", passphrase, "-f"],
    instead: entry("PEM-028"),
    mended: ["-P", passphrase, "-N", passphrase],
  },
  {
    title: "an Ed25519 key in OpenSSH format",
    code: "KEY_IS_OPENSSH",
    tool: "ssh-keygen",
    args: ["-q", "-t", "ed25519", "-N", passphrase, "-f"],
    instead: entry("PEM-028"),
    mended: [],
  },
  {
    title: "a PKCS#12 keystore",
    code: "KEY_FORMAT_UNSUPPORTED",
    tool: "openssl",
    args: ["pkcs12", "-export", "-inkey", "tls.key", "-in", "cert.pem", ...passout, "-out"],
    instead: label("PKCS12"),
    mended: ["-passin", `pass:${passphrase}`],
  },
];

makeBases();

for (const { title, code, tool, args, instead, mended } of rows) {
  test(`${title}, made by ${origin}, is refused with the command that mends it`, async () => {
    const name = title.replaceAll(/\W+/g, "-");
    const input = made(name, [tool, ...args, name], instead);

    const error = await refusal(readKey(input, { passphrase }));

    assert.equal(error.code, code);
    const after = follow(error.message, name, ...mended);
    if (after !== undefined) await readKey(after, { passphrase });
  });
}

async function refusal(promise: Promise<unknown>): Promise<UserError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof UserError, `rejected with ${String(error)}`);
  assert.ok(!error.message.includes(passphrase));
  return error;
}
