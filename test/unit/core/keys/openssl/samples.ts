import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { made } from "./machine.ts";

export const passphrase = "opensesame";
export const passout = ["-passout", `pass:${passphrase}`];

const fixture = new URL("../../../../fixtures/bad-inputs.json", import.meta.url);
const { entries } = JSON.parse(readFileSync(fixture, "utf8")) as { entries: readonly Record<string, string>[] };

/** An input of the list of bad inputs, where this machine cannot make one. */
export const entry = (id: string) => () => entries.find((one) => one["id"] === id)?.["input"] ?? "";

/** A block that is refused by its label alone. */
export const label = (name: string) => () => `-----BEGIN ${name}-----\nAAAA\n-----END ${name}-----\n`;

export const node = (key: KeyObject, type: "pkcs1" | "pkcs8" | "sec1", cipher?: string) => () =>
  key.export({ type, format: "pem", ...(cipher !== undefined && { cipher, passphrase }) }).toString();

export const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
export const ec = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;

/** Writes rsa.pem, ec.pem, tls.key and cert.pem, which the commands of the tests start from. */
export function makeBases(): void {
  made("rsa.pem", ["openssl", "genpkey", "-algorithm", "RSA", "-out", "rsa.pem"], node(rsa, "pkcs8"));
  const curve = ["-pkeyopt", "ec_paramgen_curve:P-256"];
  made("ec.pem", ["openssl", "genpkey", "-algorithm", "EC", ...curve, "-out", "ec.pem"], node(ec, "pkcs8"));
  const certificate = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "tls.key", "-subj", "/CN=x"];
  made("cert.pem", ["openssl", ...certificate, "-out", "cert.pem"], entry("PEM-021"));
}
