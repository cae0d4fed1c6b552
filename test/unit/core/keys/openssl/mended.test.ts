import assert from "node:assert/strict";
import { UserError } from "../../../../../src/core/errors.ts";
import { readKey } from "../../../../../src/core/keys/read/read.ts";
import { file, follow, testWith, put, run } from "./machine.ts";
import { makeBases, passout, passphrase } from "./samples.ts";

interface Row {
  readonly title: string;
  readonly code: string;
  readonly tool: "openssl" | "ssh-keygen" | "keytool" | "puttygen";
  /** Without the name of the file that the tool is to write, which ends every command. */
  readonly args: readonly string[];
  readonly needs?: "legacy";
  /** What the refusal's own command needs besides, so that it asks nothing. */
  readonly mended: readonly string[];
  /** Instead of one, for what is refused only when no passphrase is given. */
  readonly withoutPassphrase?: true;
}

const passin = ["-passin", `pass:${passphrase}`];
const legacy = ["-provider", "legacy", "-provider", "default"];

/** A key that openssl encrypted in some way. */
const row = (title: string, args: readonly string[], more: Partial<Row> = {}): Row => ({
  title,
  code: "KEY_ENCRYPTION_UNSUPPORTED",
  tool: "openssl",
  args: [...args, ...passout, "-out"],
  needs: "legacy",
  mended: [...passin, ...passout],
  ...more,
});

const pkcs8 = ["pkcs8", "-topk8", "-in", "rsa.pem", ...legacy];
const traditional = ["rsa", "-traditional", "-in", "rsa.pem", ...legacy];
const pkcs12 = ["pkcs12", "-export", "-inkey", "tls.key", "-in", "cert.pem"];

const openSsh = (title: string, type: readonly string[], mended: readonly string[]): Row => ({
  title,
  code: "KEY_IS_OPENSSH",
  tool: "ssh-keygen",
  args: ["-q", "-t", ...type, "-N", passphrase, "-f"],
  mended: ["-P", passphrase, ...mended],
});

const encrypted = (title: string, args: readonly string[]): Row =>
  row(title, args, { code: "KEY_ENCRYPTED", mended: passin, withoutPassphrase: true });

const store = ["-storetype", "JKS", "-storepass", passphrase, "-keypass", passphrase];

const rows: readonly Row[] = [
  ...[
    "PBE-MD5-RC2-64",
    "PBE-SHA1-RC2-64",
    "PBE-SHA1-RC4-40",
    "PBE-SHA1-RC4-128",
    "PBE-SHA1-RC2-40",
    "PBE-SHA1-RC2-128",
  ].map((scheme) => row(`PKCS#8 of ${scheme}`, [...pkcs8, "-v1", scheme])),
  ...["rc2", "aria256", "camellia128", "seed", "bf"].map((cipher) =>
    row(`PKCS#8 of PBES2 and ${cipher}`, [...pkcs8, "-v2", cipher]),
  ),
  ...["rc2", "aria128", "camellia256", "seed", "bf"].map((cipher) =>
    row(`PKCS#1 in OpenSSL's traditional encryption with ${cipher}`, [...traditional, `-${cipher}`]),
  ),
  row("PKCS#12 with a key of RC2", [...pkcs12, "-legacy", "-keypbe", "PBE-SHA1-RC2-40"], { mended: passin }),
  row("PKCS#12 with a key of RC4", [...pkcs12, "-legacy", "-keypbe", "PBE-SHA1-RC4-128"], { mended: passin }),
  row("PKCS#8 of a million and one rounds", [...pkcs8, "-v2", "aes256", "-v2prf", "hmacWithMD5", "-iter", "1000001"], {
    code: "KEY_KDF_TOO_EXPENSIVE",
  }),
  row("PKCS#12 of a million and one rounds", [...pkcs12, "-keypbe", "PBE-SHA1-3DES", "-iter", "1000001", "-nomac"], {
    code: "KEY_KDF_TOO_EXPENSIVE",
    mended: passin,
  }),
  encrypted("PKCS#8 without its passphrase", [...pkcs8, "-v2", "des3"]),
  encrypted("traditional PEM without its passphrase", [...traditional, "-aes256"]),
  encrypted("PKCS#12 without its passphrase", pkcs12),
  openSsh("an RSA key in OpenSSH format with a passphrase", ["rsa", "-b", "2048"], ["-N", passphrase]),
  openSsh("an EC key in OpenSSH format with a passphrase", ["ecdsa", "-b", "384"], ["-N", passphrase]),
  openSsh("an Ed25519 key in OpenSSH format with a passphrase", ["ed25519"], ["-N", ""]),
  {
    title: "a PuTTY key with a passphrase",
    code: "KEY_FORMAT_UNSUPPORTED",
    tool: "puttygen",
    args: ["-q", "-t", "rsa", "-b", "2048", "--new-passphrase", "passphrase.txt", "-o"],
    mended: ["--old-passphrase", "passphrase.txt"],
  },
  {
    title: "a Java keystore",
    code: "KEY_FORMAT_UNSUPPORTED",
    tool: "keytool",
    args: ["-genkeypair", "-alias", "a", "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=x", ...store, "-keystore"],
    mended: ["-srcstorepass", passphrase, "-deststorepass", passphrase],
  },
];

makeBases();
put("passphrase.txt", passphrase);

for (const { title, code, tool, args, needs, mended, withoutPassphrase } of rows) {
  testWith(
    [tool, ...(needs === undefined ? [] : [needs])],
    `${title}, made by ${tool}, is refused with the command that mends it`,
    async () => {
      const name = title.replaceAll(/\W+/g, "-");
      run(tool, ...args, name);

      const error = await refusal(readKey(file(name), withoutPassphrase ? {} : { passphrase }));

      assert.equal(error.code, code);
      const after = follow(error.message, name, ...mended);
      assert.ok(after);
      await readKey(after, { passphrase });
    },
  );
}

testWith(["ssh-keygen"], "the command that tells whether an OpenSSH key is whole does so", async () => {
  run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "whole");
  put("cut", file("whole").slice(0, 300));
  put("cut", Buffer.concat([file("cut"), Buffer.from("\n-----END OPENSSH PRIVATE KEY-----\n")]));

  const { message } = await refusal(readKey(file("cut")));

  assert.ok(message.includes('"ssh-keygen -y -f FILE"'));
  assert.ok(run("ssh-keygen", "-y", "-f", "whole"));
  assert.throws(() => run("ssh-keygen", "-y", "-f", "cut"));
});

async function refusal(promise: Promise<unknown>): Promise<UserError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof UserError, `rejected with ${String(error)}`);
  assert.ok(!error.message.includes(passphrase));
  return error;
}
