import { generateKeyPair, randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { ProviderId } from "./partnerRules.ts";

export interface DemoKey {
  /** Its file in the keys folder. */
  readonly file: string;
  /** What signs: a PEM, or the text of an HMAC secret. */
  readonly secret: string;
  /** What verifies: a PEM, or the same text. */
  readonly verifier: string;
}

export type DemoKeys = Readonly<Record<ProviderId, DemoKey>>;

const generate = promisify(generateKeyPair);

/** Throw-away keys of the kinds that the providers' own guides lead to. */
export async function generateDemoKeys(): Promise<DemoKeys> {
  const [lirium, happyPathology, helpLightning, appStoreConnect, custom] = await Promise.all([
    rsaKey("lirium.pem", 4096, "pkcs1"),
    rsaKey("happy-pathology.pem", 2048, "pkcs1"),
    rsaKey("help-lightning.pem", 2048, "pkcs8"),
    ecKey("AuthKey_DEMO123456.p8"),
    rsaKey("custom.pem", 2048, "pkcs8"),
  ]);
  const secret = randomBytes(48).toString("base64url");
  return {
    lirium,
    "happy-pathology": happyPathology,
    "help-lightning": helpLightning,
    "app-store-connect": appStoreConnect,
    "partner-api": { file: "partner-api.secret.txt", secret, verifier: secret },
    custom,
  };
}

export function writeDemoKeys(folder: string, keys: DemoKeys): void {
  mkdirSync(folder, { recursive: true });
  for (const { file, secret } of Object.values(keys)) writeFileSync(join(folder, file), secret, { mode: 0o600 });
}

async function rsaKey(file: string, modulusLength: number, type: "pkcs1" | "pkcs8"): Promise<DemoKey> {
  const { privateKey, publicKey } = await generate("rsa", {
    modulusLength,
    privateKeyEncoding: { type, format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  return { file, secret: privateKey, verifier: publicKey };
}

async function ecKey(file: string): Promise<DemoKey> {
  const { privateKey, publicKey } = await generate("ec", {
    namedCurve: "P-256",
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  return { file, secret: privateKey, verifier: publicKey };
}
