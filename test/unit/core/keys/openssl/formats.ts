import { createPublicKey, createSecretKey, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import type { Alg } from "../../../../../src/core/algorithms.ts";
import type { ReadOptions } from "../../../../../src/core/keys/read/read.ts";
import { made } from "./machine.ts";
import { original } from "./proof.ts";

/** A key file made on this machine, and what verifies its tokens. */
export interface MadeKey {
  /** What it is and which tool made it. */
  readonly title: string;
  readonly content: Uint8Array;
  readonly fileName: string;
  readonly options: Pick<ReadOptions, "passphrase" | "encoding" | "pick"> & { readonly alg: Alg };
  readonly verifier: KeyObject;
  readonly kid?: string;
}

interface Details extends Omit<MadeKey["options"], "alg"> {
  readonly verifier: KeyObject;
  readonly kid?: string;
}

const passphrase = "opensesame é";
const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
const ed = generateKeyPairSync("ed25519").privateKey;

type Type = "pkcs8" | "pkcs1" | "sec1";
const pem = (one: KeyObject, type: Type, cipher?: string) =>
  one.export({ type, format: "pem", ...(cipher !== undefined && { cipher, passphrase }) }).toString();
const der = (one: KeyObject, type: Type, cipher?: string): Uint8Array =>
  one.export({ type, format: "der", ...(cipher !== undefined && { cipher, passphrase }) });

function key(title: string, content: string | Uint8Array, alg: Alg, details: Details): MadeKey {
  const { verifier, kid, ...options } = details;
  const fileName = `${title.replaceAll(/[^\w.]+/g, "-")}.key`;
  const named = kid === undefined ? {} : { kid };
  return { title, fileName, content: Buffer.from(content), options: { alg, ...options }, verifier, ...named };
}

type FormRow = readonly [form: string, args: readonly string[], instead: () => string | Uint8Array];

/** A key that openssl makes, in several forms; where there is no openssl, Node's `key` in the same forms. */
interface OpensslKey {
  readonly name: string;
  readonly alg: Alg;
  readonly genpkey: readonly string[];
  readonly node: KeyObject;
  readonly forms: readonly FormRow[];
}

function byOpenssl({ name, alg, genpkey, node, forms }: OpensslKey): readonly MadeKey[] {
  const base = made(name, ["openssl", "genpkey", ...genpkey, "-out", name], () => pem(node, "pkcs8"));
  const verifier = createPublicKey(original(base));
  return forms.map(([form, args, instead]) => {
    const title = `${form} of ${name} by openssl`;
    const content = made(title, ["openssl", ...args, "-in", name, "-out", title], instead);
    return key(title, content, alg, { verifier, ...(form.startsWith("encrypted") && { passphrase }) });
  });
}

const pkcs8 = ["pkcs8", "-topk8"];
const passout = ["-passout", `pass:${passphrase}`];

const commonForms = (node: KeyObject): readonly FormRow[] => [
  ["PKCS#8 PEM", [...pkcs8, "-nocrypt"], () => pem(node, "pkcs8")],
  ["PKCS#8 DER", [...pkcs8, "-nocrypt", "-outform", "DER"], () => der(node, "pkcs8")],
  ["encrypted PKCS#8 PEM", [...pkcs8, "-v2", "aes256", ...passout], () => pem(node, "pkcs8", "aes-256-cbc")],
  [
    "encrypted PKCS#8 DER",
    [...pkcs8, "-v2", "aes128", ...passout, "-outform", "DER"],
    () => der(node, "pkcs8", "aes-128-cbc"),
  ],
];

function opensslKeys(): readonly MadeKey[] {
  const pkcs1 = ["rsa", "-traditional"];
  const rsaForms: readonly FormRow[] = [
    ...commonForms(rsa),
    ["PKCS#1 PEM", pkcs1, () => pem(rsa, "pkcs1")],
    ["PKCS#1 DER", [...pkcs1, "-outform", "DER"], () => der(rsa, "pkcs1")],
  ];
  const ecForms: readonly FormRow[] = [
    ...commonForms(ec),
    ["SEC1 PEM", ["ec"], () => pem(ec, "sec1")],
    ["SEC1 DER", ["ec", "-outform", "DER"], () => der(ec, "sec1")],
  ];
  const curve = ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"];
  return [
    ...byOpenssl({ name: "RSA", alg: "RS512", genpkey: ["-algorithm", "RSA"], node: rsa, forms: rsaForms }),
    ...byOpenssl({ name: "EC", alg: "ES256", genpkey: curve, node: ec, forms: ecForms }),
    ...byOpenssl({
      name: "Ed25519",
      alg: "EdDSA",
      genpkey: ["-algorithm", "ED25519"],
      node: ed,
      forms: commonForms(ed),
    }),
    afterParameters(),
  ];
}

function afterParameters(): MadeKey {
  const title = "SEC1 PEM after EC PARAMETERS by openssl";
  const parameters = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
  const args = ["openssl", "ecparam", "-name", "prime256v1", "-genkey", "-out", "ecparam"] as const;
  const content = made("ecparam", args, () => parameters + pem(ec, "sec1"));
  return key(title, content, "ES256", { verifier: createPublicKey(original(content)) });
}

function sshKeys(): readonly MadeKey[] {
  const forms = [
    ["PKCS#1", "rsa", "PEM", "", () => pem(rsa, "pkcs1")],
    ["PKCS#8", "rsa", "PKCS8", "", () => pem(rsa, "pkcs8")],
    ["encrypted PKCS#8", "rsa", "PKCS8", passphrase, () => pem(rsa, "pkcs8", "aes-128-cbc")],
    ["SEC1", "ecdsa", "PEM", "", () => pem(ec, "sec1")],
    ["PKCS#8", "ecdsa", "PKCS8", "", () => pem(ec, "pkcs8")],
  ] as const;
  return forms.map(([form, type, format, secret, instead]) => {
    const title = `${form} by ssh-keygen -t ${type} -m ${format}`;
    const content = made(title, ["ssh-keygen", "-q", "-t", type, "-m", format, "-N", secret, "-f", title], instead);
    const verifier = createPublicKey(original(content, secret === "" ? undefined : secret));
    const alg = type === "rsa" ? "RS256" : "ES256";
    return key(title, content, alg, { verifier, ...(secret !== "" && { passphrase }) });
  });
}

function nodeKeys(): readonly MadeKey[] {
  const ofRsa = { verifier: createPublicKey(rsa) };
  const ofEc = { verifier: createPublicKey(ec) };
  const ofEd = { verifier: createPublicKey(ed) };
  return [
    key("PKCS#8 PEM of RSA by Node", pem(rsa, "pkcs8"), "PS256", ofRsa),
    key("PKCS#1 DER of RSA by Node", der(rsa, "pkcs1"), "PS512", ofRsa),
    key("PKCS#8 DER of EC by Node", der(ec, "pkcs8"), "ES256", ofEc),
    key("SEC1 PEM of EC by Node", pem(ec, "sec1"), "ES256", ofEc),
    key("encrypted PKCS#8 of Ed25519 by Node", pem(ed, "pkcs8", "aes-256-cbc"), "EdDSA", { ...ofEd, passphrase }),
    key("JWK of RSA by Node", JSON.stringify(jwk(rsa, "r1")), "RS256", { ...ofRsa, kid: "r1" }),
    key("JWK of EC by Node", JSON.stringify(jwk(ec, "e1")), "ES256", { ...ofEc, kid: "e1" }),
    key("JWK of Ed25519 by Node", JSON.stringify(jwk(ed, "o1")), "EdDSA", { ...ofEd, kid: "o1" }),
    key("JWK Set by Node", jwkSet, "ES256", { ...ofEc, kid: "e1", pick: 1 }),
  ];
}

const jwk = (one: KeyObject, kid: string) => ({ ...one.export({ format: "jwk" }), kid });
const jwkSet = JSON.stringify({ keys: [jwk(rsa, "r1"), jwk(ec, "e1")] });

/** The key files that vendors hand out, around keys of this machine. */
function vendorKeys(): readonly MadeKey[] {
  const [ofRsa, ofEc] = [{ verifier: createPublicKey(rsa) }, { verifier: createPublicKey(ec) }];
  const { d = "", x = "" } = ed.export({ format: "jwk" });
  const coinbase = Buffer.concat([d, x].map((part) => Buffer.from(part, "base64url"))).toString("base64");
  const google = { type: "service_account", private_key: pem(rsa, "pkcs8"), private_key_id: "google1" };
  const appAuth = { publicKeyID: "box1", privateKey: pem(rsa, "pkcs8", "aes-256-cbc"), passphrase };
  const box = { boxAppSettings: { appAuth } };
  return [
    {
      ...key("Apple's .p8", pem(ec, "pkcs8"), "ES256", { ...ofEc, kid: "AB12CD34EF" }),
      fileName: "AuthKey_AB12CD34EF.p8",
    },
    key("Google's service account", JSON.stringify(google), "RS256", { ...ofRsa, kid: "google1" }),
    key("Box's config.json", JSON.stringify(box), "RS256", { ...ofRsa, kid: "box1" }),
    key("Coinbase's base64 secret", coinbase, "EdDSA", { verifier: createPublicKey(ed) }),
  ];
}

function secrets(): readonly MadeKey[] {
  const bytes = randomBytes(48);
  const verifier = createSecretKey(bytes);
  const text = "a secret of 32 bytes and more: ünïcode";
  const oct = JSON.stringify({ kty: "oct", k: bytes.toString("base64url"), alg: "HS384" });
  const [id, digits] = [randomBytes(12).toString("hex"), bytes.toString("hex").slice(0, 64)];
  const ghost = { verifier: createSecretKey(bytes.subarray(0, 32)), kid: id };
  return [
    ...(["hex", "base64", "base64url"] as const).map((encoding) =>
      key(`HMAC secret as ${encoding}`, bytes.toString(encoding), "HS384", { verifier, encoding }),
    ),
    key("HMAC secret as text", text, "HS256", { verifier: createSecretKey(Buffer.from(text)), encoding: "text" }),
    key("JWK of oct", oct, "HS384", { verifier }),
    key("Ghost's id and secret", `${id}:${digits}`, "HS256", ghost),
  ];
}

/** Every form that is imported, made by `openssl`, `ssh-keygen` and Node on this machine. */
export const makeKeys = (): readonly MadeKey[] => [
  ...opensslKeys(),
  ...sshKeys(),
  ...nodeKeys(),
  ...vendorKeys(),
  ...secrets(),
];
