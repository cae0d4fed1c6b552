import assert from "node:assert/strict";
import { test } from "node:test";
import type { Alg } from "../../../../src/core/algorithms.ts";
import { withKeyDefaults } from "../../../../src/core/providers/inputs.ts";
import { providerOf } from "./orders.ts";

type KnownKey = Parameters<typeof withKeyDefaults>[2];

const keys = {
  rsa: { kty: "RSA", alg: "RS256" },
  pss: { kty: "RSA", alg: "PS512", algs: ["PS512"] },
  ec: { kty: "EC", crv: "P-256", alg: "ES256" },
  ec384: { kty: "EC", crv: "P-384", alg: "ES384" },
  ed: { kty: "OKP", crv: "Ed25519", alg: "Ed25519" },
  secret: { kty: "oct", alg: "HS512" },
} as const satisfies Record<string, KnownKey>;

const chosen: readonly (readonly [provider: string, key: keyof typeof keys, alg: Alg])[] = [
  ["coinbase-cdp", "ec", "ES256"],
  ["coinbase-cdp", "ed", "EdDSA"],
  ["supabase", "rsa", "RS256"],
  ["supabase", "secret", "HS256"],
  ["hasura", "ec384", "ES384"],
  ["hasura", "secret", "HS512"],
  ["postgrest", "pss", "PS512"],
  ["custom", "pss", "PS512"],
];

for (const [provider, key, alg] of chosen) {
  test(`a token for ${provider} whose key is ${key} is signed with ${alg}, unless its profile names another`, () => {
    const known: KnownKey = keys[key];

    assert.equal(withKeyDefaults(providerOf(provider), {}, known)["alg"], alg);
    assert.equal(withKeyDefaults(providerOf(provider), { alg: "RS384" }, known)["alg"], "RS384");
  });
}
