import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import jwt from "jsonwebtoken";
import { demoFixture } from "../../demo/demoFolder.ts";
import { type DemoKeys, generateDemoKeys } from "../../demo/demoKeys.ts";
import { demoValues } from "../../demo/demoValues.ts";
import { type PartnerApi, startPartnerApi } from "../../demo/partnerApi.ts";
import { type ProviderId, partnerRules } from "../../demo/partnerRules.ts";

interface Token {
  readonly alg?: jwt.Algorithm;
  readonly header?: object;
  readonly claims?: object;
}

const now = Math.floor(Date.now() / 1000);

/** A good call to each provider. */
const good: Readonly<
  Record<ProviderId, { alg: jwt.Algorithm; kid?: string; claims: object; headers?: Record<string, string> }>
> = {
  lirium: { alg: "RS512", claims: { iss: "demo-api-key", iat: now } },
  "happy-pathology": {
    alg: "RS256",
    claims: {
      aud: "api.happypathology.com",
      exp: now + 3_600,
      iat: now,
      iss: "demo-organization",
      jti: `${now}000000000`,
      sub: "demo-user",
      kid: "demo-key",
    },
  },
  "help-lightning": {
    alg: "RS256",
    claims: { iss: "Ghazal", sub: "Partner:54344", aud: "Ghazal", exp: now + 60 },
    headers: { "x-helplightning-api-key": "demo-api-key" },
  },
  "app-store-connect": {
    alg: "ES256",
    kid: "DEMO123456",
    claims: { iss: demoValues.appStoreConnect.issuerId, iat: now, exp: now + 900, aud: "appstoreconnect-v1" },
  },
  "partner-api": { alg: "HS256", claims: { clientId: "demo-client", iat: now, exp: now + 900 } },
  custom: { alg: "PS384", claims: { sub: "anyone" } },
};

suite("the partner API", () => {
  let keys: DemoKeys;
  let api: PartnerApi;

  before(async () => {
    keys = await generateDemoKeys();
    api = await startPartnerApi(keys);
  });
  after(() => api.close());

  function sign(provider: ProviderId, { alg = good[provider].alg, header, claims }: Token = {}): string {
    const payload = Object.fromEntries(
      Object.entries({ ...good[provider].claims, ...claims }).filter(([, value]) => value !== undefined),
    );
    const options = {
      noTimestamp: !("iat" in payload),
      algorithm: alg,
      header: { alg, typ: "JWT", kid: good[provider].kid, ...header },
    };
    return jwt.sign(payload, keys[provider].secret, options);
  }

  async function call(
    provider: ProviderId,
    authorization: string,
    headers = good[provider].headers,
  ): Promise<[number, string]> {
    const path = partnerRules.find((rule) => rule.provider === provider)?.path ?? "/";
    const response = await fetch(`http://127.0.0.1:${api.port}${path}`, { headers: { ...headers, authorization } });
    return [response.status, await response.text()];
  }

  async function refused(
    provider: ProviderId,
    authorization: string,
    reason: RegExp,
    headers?: Record<string, string>,
  ): Promise<void> {
    const [status, body] = await call(provider, authorization, headers);
    assert.equal(status, 401, body);
    assert.match((JSON.parse(body) as { error: string }).error, reason);
  }

  for (const { provider, scheme } of partnerRules) {
    test(`accepts a good ${provider} token`, async () => {
      const token = sign(provider);

      const [status, body] = await call(provider, scheme === "Bearer" ? `Bearer ${token}` : token);

      assert.equal(status, 200, body);
    });
  }

  test("refuses a Lirium token with another alg", () =>
    refused("lirium", `Bearer ${sign("lirium", { alg: "RS256" })}`, /alg must be RS512/));

  test("refuses a Lirium token that is 6 minutes old", () =>
    refused("lirium", `Bearer ${sign("lirium", { claims: { iat: now - 360 } })}`, /more than 5 minutes old/));

  test("refuses a Lirium token with exp", () =>
    refused("lirium", `Bearer ${sign("lirium", { claims: { exp: now + 60 } })}`, /no claims but iss and iat/));

  test("refuses a Lirium token with a kid", () =>
    refused("lirium", `Bearer ${sign("lirium", { header: { kid: "a" } })}`, /must not have a kid/));

  test("refuses a token that has expired", () =>
    refused("partner-api", `Bearer ${sign("partner-api", { claims: { exp: now - 1 } })}`, /expired at/));

  test("refuses a token signed with another key", () =>
    refused(
      "custom",
      `Bearer ${jwt.sign({}, keys.lirium.secret, { algorithm: "RS256" })}`,
      /signature does not match/,
    ));

  test("refuses a Help Lightning token behind Bearer", () =>
    refused("help-lightning", `Bearer ${sign("help-lightning")}`, /without "Bearer"/));

  test("refuses a Help Lightning call without its API key", () =>
    refused("help-lightning", sign("help-lightning"), /x-helplightning-api-key/, {}));

  test("refuses a Happy Pathology token with the kid in the header", () =>
    refused(
      "happy-pathology",
      `Bearer ${sign("happy-pathology", { header: { kid: "demo-key" } })}`,
      /must not have a kid/,
    ));

  test("accepts a Happy Pathology token whose aud is an array", async () => {
    const [status, body] = await call(
      "happy-pathology",
      `Bearer ${sign("happy-pathology", { claims: { aud: ["api.happypathology.com"] } })}`,
    );

    assert.equal(status, 200, body);
  });

  test("refuses a Happy Pathology token with jti in seconds", () =>
    refused("happy-pathology", `Bearer ${sign("happy-pathology", { claims: { jti: String(now) } })}`, /nanoseconds/));

  test("refuses an App Store Connect token that lives longer than 20 minutes", () =>
    refused(
      "app-store-connect",
      `Bearer ${sign("app-store-connect", { claims: { exp: now + 1_201 } })}`,
      /20 minutes/,
    ));

  test("accepts an App Store Connect token of an individual key", async () => {
    const token = sign("app-store-connect", { claims: { iss: undefined, sub: "user" } });

    const [status, body] = await call("app-store-connect", `Bearer ${token}`);

    assert.equal(status, 200, body);
  });

  test("refuses an App Store Connect token without a kid", () =>
    refused(
      "app-store-connect",
      `Bearer ${sign("app-store-connect", { header: { kid: undefined } })}`,
      /"kid": "DEMO123456"/,
    ));

  test("refuses a Partner API call without Bearer", () =>
    refused("partner-api", sign("partner-api"), /must be "Bearer" and the token/));

  test("answers 404 elsewhere, and names its routes", async () => {
    const response = await fetch(`http://127.0.0.1:${api.port}/nothing`);

    assert.equal(response.status, 404);
    assert.match(await response.text(), /\/lirium\/v1\/partner/);
  });

  for (const { provider, path } of partnerRules) {
    test(`the demo's ${provider} request names the route, the key and the values that are accepted`, () => {
      const request = readFileSync(join(demoFixture, `${provider}.http`), "utf8");
      const name = provider.replaceAll(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
      const values: Record<string, string> = Object.entries(demoValues).find(([key]) => key === name)?.[1] ?? {};

      for (const part of [path, keys[provider].file, ...Object.values(values)]) assert.ok(request.includes(part), part);
    });
  }
});
