import { generateKeyPairSync, randomBytes, type KeyObject } from "node:crypto";
import { importPKCS8 } from "jose";
import { findProvider } from "../../../../src/core/providers/index.ts";
import type { InputValues, Provider } from "../../../../src/core/providers/provider.ts";

/** 2020-09-01T16:41:36Z, the `iat` of Lirium's documented sample. */
export const NOW = 1_598_978_496;

export function providerOf(id: string): Provider {
  const provider = findProvider(id);
  if (provider === undefined) throw new Error(`no provider ${id}`);
  return provider;
}

/** A signing key for an algorithm, and what `jsonwebtoken` verifies with. */
export interface TestKey {
  readonly key: CryptoKey;
  readonly verifyWith: KeyObject | Buffer;
}

const pairs = {
  RSA: generateKeyPairSync("rsa", { modulusLength: 2048 }),
  EC: generateKeyPairSync("ec", { namedCurve: "P-256" }),
};

export async function keyFor(alg: string): Promise<TestKey> {
  if (alg.startsWith("HS")) {
    const secret = randomBytes(64);
    const hash = `SHA-${alg.slice(2)}`;
    const key = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash }, false, ["sign"]);
    return { key, verifyWith: secret };
  }
  const { privateKey, publicKey } = alg.startsWith("ES") ? pairs.EC : pairs.RSA;
  const pem = privateKey.export({ format: "pem", type: "pkcs8" }).toString();
  return { key: await importPKCS8(pem, alg), verifyWith: publicKey };
}

/** Values that fill each provider's form. */
export const sampleValues: Readonly<Record<string, InputValues>> = {
  lirium: { apiKey: "9de362f4d69d484c9a1af12d610f1caa" },
  "happy-pathology": { organizationId: "org-1", keyId: "key-1", userId: "user 1" },
  "help-lightning": { siteId: "54344", apiKey: "hl-api-key" },
  "app-store-connect": { keyId: "2X9R4HXF34", issuerId: "57246542-96fe-1a63-e053-0824d011072a" },
  "partner-api": { clientId: "client-1" },
  custom: { alg: "RS256", claims: '{"sub":"alice"}' },
};
