import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../../../../src/core/token/read/decode.ts";
import { mint } from "../../../../../src/core/token/mint/mint.ts";
import { originOf } from "../../../../../src/core/token/origin/origin.ts";
import type { Profile } from "../../../../../src/core/profile.ts";
import { keyFor, NOW, providerOf, sampleValues } from "../../providers/orders.ts";
import { known } from "../known.ts";

async function minted(id: string, values = sampleValues[id] ?? {}) {
  const provider = providerOf(id);
  const alg = String(values["alg"] ?? provider.algs[0]);
  return decode(await mint({ provider, values, ...(await keyFor(alg)), now: NOW }));
}

const profile = (name: string, provider: string, values = sampleValues[provider] ?? {}): Profile => ({
  name,
  provider,
  values,
});

const namesOf = (profiles: readonly Profile[]) => profiles.map(({ name }) => name);

test("each provider's token is traced to the profiles that give its claims", async () => {
  for (const id of Object.keys(sampleValues)) {
    const profiles = [
      profile("one", id),
      profile("bad", id, {}),
      profile("two", id),
      profile("other", "lirium", { apiKey: "o" }),
    ];

    const origin = originOf(await minted(id), known(profiles));

    assert.equal(origin.provider?.id, id);
    assert.deepEqual(namesOf(origin.profiles), ["one", "two"], id);
  }
});

test("a custom token is traced by its claims and algorithm, also where the profile leaves that to its key", async () => {
  const claims = '{"sub":"bob"}';
  const profiles = [
    profile("key's own", "custom", { claims }),
    profile("same", "custom", { alg: "ES256", claims }),
    profile("other alg", "custom", { alg: "RS256", claims }),
    profile("other claims", "custom", { alg: "ES256", claims: '{"sub":"eve"}' }),
  ];

  const { profiles: fitting } = originOf(await minted("custom", { alg: "ES256", claims }), known(profiles));

  assert.deepEqual(namesOf(fitting), ["key's own", "same"]);
});

test("a key ID tells two profiles apart that give the same claims", async () => {
  const values = sampleValues["app-store-connect"] ?? {};
  const profiles = [
    profile("a", "app-store-connect", { ...values, keyId: "OTHER" }),
    profile("b", "app-store-connect"),
  ];

  assert.deepEqual(namesOf(originOf(await minted("app-store-connect"), known(profiles)).profiles), ["b"]);
});

test("a token of nobody known has no origin", async () => {
  const token = await minted("custom", { alg: "HS256", claims: '{"sub":"x"}' });

  assert.deepEqual(originOf(token, known([profile("l", "lirium")])), { provider: undefined, profiles: [] });
});
