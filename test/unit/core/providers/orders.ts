import { generateKeyPairSync, randomBytes, type KeyObject } from "node:crypto";
import { importPKCS8 } from "jose";
import { findProvider, providers } from "../../../../src/core/providers/index.ts";
import type { Input, InputValues, Provider } from "../../../../src/core/providers/provider.ts";

/** 2020-09-01T16:41:36Z, the `iat` of Lirium's documented sample. */
export const NOW = 1_598_978_496;

export function providerOf(id: string): Provider {
  const provider = findProvider(id);
  if (provider === undefined) throw new Error(`no provider ${id}`);
  return provider;
}

/** What keys are called here, for the providers whose tokens name their key. */
export const KID = "kid-1";

/** A signing key for an algorithm, and what `jsonwebtoken` verifies with. */
export interface TestKey {
  readonly key: CryptoKey;
  readonly kid: string;
  readonly verifyWith: KeyObject | Buffer;
}

const rsaPair = generateKeyPairSync("rsa", { modulusLength: 2048 });
const ecPairs = new Map([
  ["ES256", generateKeyPairSync("ec", { namedCurve: "P-256" })],
  ["ES384", generateKeyPairSync("ec", { namedCurve: "P-384" })],
  ["ES512", generateKeyPairSync("ec", { namedCurve: "P-521" })],
]);

export async function keyFor(alg: string): Promise<TestKey> {
  if (alg.startsWith("HS")) {
    const secret = randomBytes(64);
    const hash = `SHA-${alg.slice(2)}`;
    const key = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash }, false, ["sign"]);
    return { key, kid: KID, verifyWith: secret };
  }
  const { privateKey, publicKey } = ecPairs.get(alg) ?? rsaPair;
  const pem = privateKey.export({ format: "pem", type: "pkcs8" }).toString();
  return { key: await importPKCS8(pem, alg), kid: KID, verifyWith: publicKey };
}

/** Values that fill each provider's form, as far as the palette asks for them. */
export const sampleValues: Readonly<Record<string, InputValues>> = Object.fromEntries(
  providers.map((provider) => {
    const asked = provider.inputs.filter(({ advanced }) => advanced !== true);
    return [provider.id, Object.fromEntries(asked.flatMap((input) => sampleOf(provider, input)))];
  }),
);

function sampleOf({ algs }: Provider, { id, kind, example, required }: Input): readonly (readonly [string, string])[] {
  if (kind === undefined || kind === "text") return [[id, example ?? `${id}-1`]];
  if (kind === "alg") return [[id, algs[0]]];
  return kind === "json" && required === true ? [[id, '{"sub":"alice"}']] : [];
}
