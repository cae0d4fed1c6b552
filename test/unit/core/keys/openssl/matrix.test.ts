import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { test } from "node:test";
import type { Alg } from "../../../../../src/core/algorithms.ts";
import { made, origin } from "./machine.ts";
import { assertSigns, original } from "./proof.ts";

const passphrase = "pässwörd of ünïcode";

interface Source {
  readonly alg: Alg;
  /** Writes the PKCS#8 file that every form is made from. */
  readonly genpkey: readonly string[];
  readonly node: () => KeyObject;
}

interface Form {
  /** Arguments of openssl besides -in and -out. */
  readonly args: readonly string[];
  readonly type: "pkcs1" | "pkcs8" | "sec1";
  readonly format?: "der";
  readonly cipher?: string;
}

const rsa = (bits: number, alg: Alg): Source => ({
  alg,
  genpkey: ["-algorithm", "RSA", "-pkeyopt", `rsa_keygen_bits:${bits}`],
  node: () => generateKeyPairSync("rsa", { modulusLength: bits }).privateKey,
});

const ec = (namedCurve: string, alg: Alg): Source => ({
  alg,
  genpkey: ["-algorithm", "EC", "-pkeyopt", `ec_paramgen_curve:${namedCurve}`],
  node: () => generateKeyPairSync("ec", { namedCurve }).privateKey,
});

const ed25519: Source = {
  alg: "EdDSA",
  genpkey: ["-algorithm", "ED25519"],
  node: () => generateKeyPairSync("ed25519").privateKey,
};

const pbes2 = (cipher: string, hash: string, format?: "der"): Form => ({
  args: ["pkcs8", "-topk8", "-v2", cipher, "-v2prf", `hmacWith${hash}`, "-passout", `pass:${passphrase}`].concat(
    format === "der" ? ["-outform", "DER"] : [],
  ),
  type: "pkcs8",
  cipher,
  ...(format && { format }),
});

const pkcs8: { readonly [title: string]: Form } = {
  "PKCS#8 PEM": { args: ["pkcs8", "-topk8", "-nocrypt"], type: "pkcs8" },
  "PKCS#8 DER": { args: ["pkcs8", "-topk8", "-nocrypt", "-outform", "DER"], type: "pkcs8", format: "der" },
  "encrypted PKCS#8 PEM": pbes2("aes-256-cbc", "SHA256"),
  "encrypted PKCS#8 DER": pbes2("aes-128-cbc", "SHA256", "der"),
};

const rsaForms: { readonly [title: string]: Form } = {
  ...pkcs8,
  "PKCS#1 PEM": { args: ["rsa", "-traditional"], type: "pkcs1" },
  "PKCS#1 DER": { args: ["rsa", "-traditional", "-outform", "DER"], type: "pkcs1", format: "der" },
};

const ecForms: { readonly [title: string]: Form } = {
  ...pkcs8,
  "SEC1 PEM": { args: ["ec"], type: "sec1" },
  "SEC1 PEM with a compressed point": { args: ["ec", "-conv_form", "compressed"], type: "sec1" },
  "SEC1 PEM with a hybrid point": { args: ["ec", "-conv_form", "hybrid"], type: "sec1" },
  "SEC1 PEM without its public key": { args: ["ec", "-no_public"], type: "sec1" },
  "SEC1 DER": { args: ["ec", "-outform", "DER"], type: "sec1", format: "der" },
};

const schemes = ["aes-128-cbc", "aes-192-cbc", "aes-256-cbc"].flatMap((cipher) =>
  ["SHA1", "SHA256", "SHA384", "SHA512"].map(
    (hash) => [`PBES2 of ${cipher} and ${hash}`, pbes2(cipher, hash)] as const,
  ),
);

const sources: readonly (readonly [title: string, Source, { readonly [title: string]: Form }])[] = [
  ["RSA of 2048 bits", rsa(2048, "RS256"), { ...rsaForms, ...Object.fromEntries(schemes) }],
  ["RSA of 3072 bits", rsa(3072, "RS384"), rsaForms],
  ["RSA of 4096 bits", rsa(4096, "PS512"), rsaForms],
  ["EC on P-256", ec("P-256", "ES256"), ecForms],
  ["EC on P-384", ec("P-384", "ES384"), ecForms],
  ["EC on P-521", ec("P-521", "ES512"), ecForms],
  ["Ed25519", ed25519, pkcs8],
];

for (const [source, { alg, genpkey, node }, forms] of sources) {
  const base = `${source}.pem`;
  const key = original(
    made(base, ["openssl", "genpkey", ...genpkey, "-out", base], () => pem(node(), { args: [], type: "pkcs8" })),
  );
  for (const [form, how] of Object.entries(forms)) {
    test(`${source} as ${form}, made by ${origin}, signs what another library verifies`, async () => {
      const name = `${source} ${form}`;
      const input = made(name, ["openssl", ...how.args, "-in", base, "-out", name], () =>
        how.format === "der" ? der(key, how) : pem(key, how),
      );

      await assertSigns(input, key, { alg, passphrase });
    });
  }
}

for (const [curve, alg] of [
  ["prime256v1", "ES256"],
  ["secp384r1", "ES384"],
  ["secp521r1", "ES512"],
] as const) {
  test(`${curve} as SEC1 after its EC PARAMETERS, made by ${origin}, signs`, async () => {
    const node = () => {
      const { privateKey } = generateKeyPairSync("ec", { namedCurve: curve });
      return `-----BEGIN EC PARAMETERS-----\nBggq\n-----END EC PARAMETERS-----\n${pem(privateKey, { args: [], type: "sec1" })}`;
    };

    const input = made(curve, ["openssl", "ecparam", "-name", curve, "-genkey", "-out", curve], node);

    await assertSigns(input, original(input), { alg });
  });
}

const sshKeys: readonly (readonly [type: string, bits: string, alg: Alg])[] = [
  ["rsa", "2048", "RS256"],
  ["rsa", "3072", "PS256"],
  ["ecdsa", "256", "ES256"],
  ["ecdsa", "384", "ES384"],
  ["ecdsa", "521", "ES512"],
];

for (const [type, bits, alg] of sshKeys) {
  for (const [form, secret] of [
    ["PEM", ""],
    ["PKCS8", ""],
    ["PKCS8", passphrase],
  ] as const) {
    const title = `ssh ${type} ${bits} as ${form}${secret === "" ? "" : " with a passphrase"}`;
    test(`${title}, made by ${origin}, signs what another library verifies`, async () => {
      const args = ["-q", "-t", type, "-b", bits, "-m", form, "-N", secret, "-C", "", "-f", title];
      const { node } = type === "rsa" ? rsa(Number(bits), alg) : ec(`P-${bits}`, alg);
      const how: Form = { args: [], type: "pkcs8", ...(secret !== "" && { cipher: "aes-128-cbc" }) };

      const input = made(title, ["ssh-keygen", ...args], () => pem(node(), how));

      await assertSigns(input, original(input, passphrase), { alg, passphrase });
    });
  }
}

function pem(key: KeyObject, { type, cipher }: Form): string {
  return key.export({ type, format: "pem", ...(cipher !== undefined && { cipher, passphrase }) }).toString();
}

function der(key: KeyObject, { type, cipher }: Form): Uint8Array {
  return key.export({ type, format: "der", ...(cipher !== undefined && { cipher, passphrase }) });
}
