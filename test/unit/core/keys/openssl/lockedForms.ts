/** Forms of private keys that other tools write, from rsa.pem, ec.pem and tls.key, as the commands that write them. */

export const passphrase = "Passphrase 1";

export interface LockedForm {
  readonly title: string;
  readonly tool: "openssl" | "ssh-keygen" | "keytool" | "puttygen";
  /** Without the name of the file to write, which ends every command. */
  readonly args: readonly string[];
  readonly needs?: "legacy";
  /** The file is not encrypted. */
  readonly open?: true;
  readonly from?: "ec" | "tls";
}

const legacy = ["-provider", "legacy", "-provider", "default"];
const passout = ["-passout", `pass:${passphrase}`];
const form = (title: string, args: readonly string[], more: Partial<LockedForm> = {}): LockedForm => ({
  title,
  tool: "openssl",
  args,
  ...more,
});

const pkcs8 = (title: string, args: readonly string[], more: Partial<LockedForm> = {}): LockedForm =>
  form(
    `PKCS#8 of ${title}`,
    ["pkcs8", "-topk8", ...args, ...passout, "-in", `${more.from ?? "rsa"}.pem`, "-out"],
    more,
  );

const pkcs12 = (title: string, args: readonly string[], more: Partial<LockedForm> = {}): LockedForm => {
  const input = ["-inkey", "tls.key", "-in", "cert.pem"];
  return form(`PKCS#12 ${title}`, ["pkcs12", "-export", ...input, ...args, ...passout, "-out"], {
    from: "tls",
    ...more,
  });
};

const pbes1 = ["PBE-MD5-DES", "PBE-SHA1-DES"].map((name) => pkcs8(name, ["-v1", name, ...legacy], { needs: "legacy" }));
const pkcs12Schemes = ["PBE-SHA1-3DES", "PBE-SHA1-2DES"].map((name) => pkcs8(name, ["-v1", name], { from: "ec" }));

const prfs = ["MD5", "SHA1", "SHA224", "SHA384", "SHA512-224", "SHA512-256"].map((hash) =>
  pkcs8(`AES and HMAC-${hash}`, ["-v2", "aes128", "-v2prf", `hmacWith${hash}`]),
);

const traditional = (["aes128", "aes192", "aes256", "des3"] as const).flatMap((cipher) => [
  form(`PKCS#1 of ${cipher}`, ["rsa", "-traditional", `-${cipher}`, ...passout, "-in", "rsa.pem", "-out"]),
  form(`SEC1 of ${cipher}`, ["ec", `-${cipher}`, ...passout, "-in", "ec.pem", "-out"], { from: "ec" }),
]);

const ssh = (["rsa", "ecdsa", "ed25519"] as const).map((type) =>
  form(`OpenSSH ${type}`, ["-q", "-t", type, "-N", "", "-f"], { tool: "ssh-keygen", open: true }),
);

const putty = ([2, 3] as const).flatMap((version) =>
  (["rsa", "ecdsa", "ed25519"] as const).map((type) => {
    const args = ["-q", "-t", type, "--ppk-param", `version=${version}`, "--new-passphrase", "/dev/null", "-o"];
    return form(`PuTTY ${type}, version ${version}`, args, { tool: "puttygen", open: true });
  }),
);

const generated = ["-genkeypair", "-alias", "one", "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=x"];
const keytool = (title: string, args: readonly string[]): LockedForm => ({
  ...form(`PKCS#12 of keytool${title}`, [
    ...args,
    ...generated,
    "-storetype",
    "PKCS12",
    "-storepass",
    passphrase,
    "-keystore",
  ]),
  tool: "keytool",
});

export const lockedForms: readonly LockedForm[] = [
  ...pbes1,
  ...pkcs12Schemes,
  pkcs8("DES", ["-v2", "des", ...legacy], { needs: "legacy" }),
  pkcs8("3DES", ["-v2", "des3"]),
  pkcs8("3DES and HMAC-SHA1", ["-v2", "des3", "-v2prf", "hmacWithSHA1"], { from: "ec" }),
  ...prfs,
  pkcs8("scrypt", ["-scrypt"]),
  pkcs8("scrypt of another cost", ["-scrypt", "-scrypt_N", "1024", "-scrypt_r", "16", "-scrypt_p", "2"]),
  ...traditional,
  form("PKCS#1 of DES", ["rsa", "-traditional", "-des", ...legacy, ...passout, "-in", "rsa.pem", "-out"], {
    needs: "legacy",
  }),
  pkcs12("as OpenSSL 3 writes it", []),
  pkcs12("as OpenSSL 1.1 writes it", ["-legacy"], { needs: "legacy" }),
  pkcs12("with a MAC of SHA-512", ["-macalg", "sha512", "-name", "naïve"]),
  pkcs12("without a MAC", ["-nomac"]),
  pkcs12("with its key in the clear", ["-keypbe", "NONE", "-certpbe", "NONE"]),
  ...ssh,
  ...putty,
  keytool("", []),
  keytool(" of old", ["-J-Dkeystore.pkcs12.legacy"]),
];
