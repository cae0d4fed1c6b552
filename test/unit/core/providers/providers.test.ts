import assert from "node:assert/strict";

import { test } from "node:test";
import jsonwebtoken from "jsonwebtoken";
import { algOf } from "../../../../src/core/token/mint/craft.ts";
import { mint } from "../../../../src/core/token/mint/mint.ts";
import { checkInput } from "../../../../src/core/providers/inputs.ts";
import { providers } from "../../../../src/core/providers/index.ts";
import { keyFor, NOW, providerOf, sampleValues } from "./orders.ts";

/** Each provider's row: the JOSE header and the claims set, in the order the service documents. */
const rows = [
  {
    id: "lirium",
    header: { alg: "RS512", typ: "JWT" },
    claims: { iss: "9de362f4d69d484c9a1af12d610f1caa", iat: NOW },
  },
  {
    id: "happy-pathology",
    header: { alg: "RS256", typ: "JWT" },
    claims: {
      aud: "api.happypathology.com",
      exp: NOW + 3600,
      iat: NOW,
      iss: "organizationId-1",
      jti: `${NOW}000000000`,
      sub: "userId-1",
      kid: "keyId-1",
    },
  },
  {
    id: "help-lightning",
    header: { alg: "RS256", typ: "JWT" },
    claims: { iss: "Ghazal", sub: "Partner:54344", aud: "Ghazal", exp: NOW + 60 },
  },
  {
    id: "app-store-connect",
    header: { alg: "ES256", kid: "2X9R4HXF34", typ: "JWT" },
    claims: {
      iss: "57246542-96fe-1a63-e053-0824d011072a",
      iat: NOW,
      exp: NOW + 900,
      aud: "appstoreconnect-v1",
    },
  },
  {
    id: "partner-api",
    header: { alg: "HS256", typ: "JWT" },
    claims: { clientId: "clientId-1", iat: NOW, exp: NOW + 900 },
  },
];

for (const { id, header, claims } of rows) {
  test(`a ${id} token has the documented header and claims, in their order, and verifies`, async () => {
    const provider = providerOf(id);
    const { verifyWith, ...key } = await keyFor(provider.algs[0]);

    const token = await mint({ provider, values: sampleValues[id] ?? {}, ...key, now: NOW });

    const verified = jsonwebtoken.verify(token, verifyWith, {
      algorithms: [header.alg as jsonwebtoken.Algorithm],
      clockTimestamp: NOW + 1,
      complete: true,
    });
    assert.equal(JSON.stringify(verified.header), JSON.stringify(header));
    assert.equal(JSON.stringify(verified.payload), JSON.stringify(claims));
  });
}

test("every provider mints with its default algorithm and sample values, and a changed token does not verify", async () => {
  for (const provider of providers) {
    const values = sampleValues[provider.id] ?? {};
    const alg = algOf(provider, values) as jsonwebtoken.Algorithm;
    const { verifyWith, ...key } = await keyFor(alg);

    const token = await mint({ provider, values, ...key, now: Date.now() / 1000 });

    assert.ok(jsonwebtoken.verify(token, verifyWith, { algorithms: [alg] }), provider.id);
    const middle = token.lastIndexOf(".") + 10;
    const changed = token.slice(0, middle) + (token[middle] === "A" ? "B" : "A") + token.slice(middle + 1);
    assert.throws(
      () => jsonwebtoken.verify(changed, verifyWith, { algorithms: [alg] }),
      /invalid signature/,
      provider.id,
    );
  }
});

test("the first two parts of a Lirium token equal the ones in Lirium's document, byte for byte", async () => {
  const documented =
    "eyJhbGciOiJSUzUxMiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiI5ZGUzNjJmNGQ2OWQ0ODRjOWExYWYxMmQ2MTBmMWNhYSIsImlhdCI6MTU5ODk3ODQ5Nn0";
  const { key } = await keyFor("RS512");

  const token = await mint({ provider: providerOf("lirium"), values: sampleValues["lirium"] ?? {}, key, now: NOW });

  assert.equal(token.slice(0, token.lastIndexOf(".")), documented);
});

test("each provider's texts are complete: an https document, helps that end as sentences, samples under an environment", () => {
  for (const provider of providers) {
    assert.match(provider.id, /^[a-z][a-z-]*$/);
    if (provider.documentation !== undefined) assert.match(provider.documentation, /^https:\/\//);
    for (const input of provider.inputs) {
      assert.match(input.help, /\.$/, `${provider.id} ${input.id}`);
      if (input.pattern !== undefined) assert.doesNotThrow(() => new RegExp(input.pattern?.source ?? "", "u"));
      if (input.example !== undefined) assert.equal(checkInput(input, input.example), undefined, input.example);
    }
    assert.ok(
      provider.environments.every(({ url }) => /^(https:\/\/[^/]+[^/]|\{\{BASE_URL\}\})$/.test(url)),
      provider.id,
    );
    assert.ok(provider.samples.every(({ path }) => path.startsWith("/")));
  }
});
