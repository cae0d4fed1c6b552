import assert from "node:assert/strict";
import { test } from "node:test";
import { algNames } from "../../../../../src/core/algorithms.ts";
import type { JsonObject } from "../../../../../src/core/json.ts";
import type { Decoded } from "../../../../../src/core/token/read/decode.ts";
import { valuesOf } from "../../../../../src/core/token/origin/valuesOf.ts";
import { providers } from "../../../../../src/core/providers/index.ts";
import type { InputValues } from "../../../../../src/core/providers/provider.ts";
import { crafted as craft, decodedOf as tokenOf } from "../../plain.ts";
import { KID, NOW, providerOf, sampleValues } from "../../providers/orders.ts";

/** Crafts from what `valuesOf` read, at the time at which the token was issued. */
function craftedAgain(token: Decoded) {
  const { provider, values, lifetime } = valuesOf(token);
  return { provider: provider.id, ...craft({ provider, values, lifetime, now: NOW, kid: KID }) };
}

/** What a service wants to be another text in each header. */
const withoutNonce = ({ nonce, ...header }: JsonObject) => ({ ...header, nonce: typeof nonce });

const withoutId = ({ jti, ...claims }: JsonObject) => ({ ...claims, jti: typeof jti });

/** Further values for each provider, so that every input and branch of its templates is used. */
const variations: Readonly<Record<string, readonly InputValues[]>> = {
  "happy-pathology": [{ audienceAsArray: true }, { userId: 'Ä "quoted" \\ user' }],
  "app-store-connect": [{ issuerId: "" }, { scope: "GET /v1/apps/123\nGET /v1/builds?limit=1" }],
  custom: [
    { typ: "none", issuedAt: "none", notBefore: "none", jtiBytes: "0" },
    { typ: "at+jwt", header: '{"kid":"1","x":{"y":[1,2]}}' },
    { claims: '{"iat":1,"nbf":2,"exp":3,"jti":"own","n":1.5,"deep":{"a":[null,true]},"":""}' },
    { expires: "2030-01-01T00:00:00Z" },
  ],
};

for (const provider of providers) {
  for (const variation of [{}, ...(variations[provider.id] ?? [])]) {
    test(`a token of ${provider.name} with ${JSON.stringify(variation)} leads back to values that give it again`, () => {
      const values = { ...sampleValues[provider.id], ...variation };
      const { header, claims } = craft({ provider, values, now: NOW, kid: KID });

      const again = craftedAgain(tokenOf(header, claims));

      assert.equal(again.provider, provider.generic === true ? "custom" : provider.id);
      const [own, given] = [withoutNonce(again.header), withoutNonce(header)];
      if (provider.generic === true) assert.deepEqual(own, given);
      else assert.equal(JSON.stringify(own), JSON.stringify(given));
      // Custom writes alg and typ in front.
      if (provider.generic !== true) assert.deepEqual(Object.keys(again.header), Object.keys(header));
      assert.deepEqual(withoutId(again.claims), withoutId(claims));
      assert.deepEqual(Object.keys(again.claims), Object.keys(claims));
    });
  }
}

test("Custom gives the very claims of any token again, in their order, for every algorithm", () => {
  const claims = { zebra: 1, exp: 2_000_000_000, sub: "a", jti: "x", nested: { b: [{}, []] }, iat: 5 };

  for (const alg of [...algNames, "none"]) {
    const again = craftedAgain(tokenOf({ kid: "k", alg }, claims));

    assert.equal(again.provider, "custom");
    assert.deepEqual(again.header, { alg, kid: "k" });
    assert.equal(JSON.stringify(again.claims), JSON.stringify(claims));
  }
});

test("a token that its provider's form cannot give exactly is left to Custom", () => {
  for (const iss of [5, " padded ", true]) {
    const token = tokenOf({ alg: "RS512", typ: "JWT" }, { iss, iat: NOW });

    assert.deepEqual(craftedAgain(token), {
      provider: "custom",
      alg: "RS512",
      header: token.header,
      claims: token.claims,
    });
  }
});

/** The lifetime that is read from Apple's token when it lives this many seconds. */
const appleLifetime = (lifetime: number) => {
  const provider = providerOf("app-store-connect");
  const { header, claims } = craft({ provider, values: sampleValues[provider.id] ?? {}, now: NOW });
  return valuesOf(tokenOf(header, { ...claims, exp: NOW + lifetime })).lifetime;
};

test("the lifetime comes along, up to what the provider allows", () => {
  assert.equal(appleLifetime(600), 600);
  assert.equal(appleLifetime(1260), 1200);
  assert.equal(appleLifetime(-1), undefined);
});

test("what has no claims set cannot be edited", () => {
  for (const kind of ["JWS", "JWE"] as const) {
    assert.throws(() => valuesOf({ kind, header: { alg: "RS256" }, text: { header: '{"alg":"RS256"}' } }), {
      code: "TOKEN_NOT_EDITABLE",
    });
  }
});

test("a token that is not as its provider wants it leads to that provider's form all the same", () => {
  const token = tokenOf({ alg: "RS256", typ: "JWT", extra: 1 }, { iss: "key", iat: NOW, exp: NOW + 60 });

  const { provider, values, lifetime } = valuesOf(token, providerOf("lirium"));

  const { header, claims } = craft({ provider, values, lifetime, now: NOW });
  assert.deepEqual(header, { alg: "RS512", typ: "JWT" });
  assert.deepEqual(claims, { iss: "key", iat: NOW });
});
