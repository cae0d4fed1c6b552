import assert from "node:assert/strict";
import { test } from "node:test";
import type { TokenOrder } from "../../../../src/core/token/mint/craft.ts";
import { mint } from "../../../../src/core/token/mint/mint.ts";
import { preview } from "../../../../src/core/token/mint/preview.ts";
import type { InputValues, Provider } from "../../../../src/core/providers/provider.ts";
import { crafted as craft } from "../plain.ts";
import { NOW, providerOf, sampleValues } from "./orders.ts";

/** What would be signed for a provider with its sample values and some changes. */
const crafted = (id: string, changes: InputValues = {}, order: Partial<TokenOrder> = {}) =>
  craft({ provider: providerOf(id), values: { ...sampleValues[id], ...changes }, now: NOW, ...order });

/** What the form says of an expiry. */
const expiryFault = (expires: string): string =>
  preview({ provider: providerOf("custom"), values: { expires }, now: NOW }).faults.get("expires")?.message ?? "";

const refuses = (code: string, action: () => unknown) => assert.throws(action, { name: "UserError", code });

test("a Lirium token carries no exp, and a lifetime for it is refused", () => {
  assert.deepEqual(Object.keys(crafted("lirium").claims), ["iss", "iat"]);
  refuses("LIFETIME_UNWANTED", () => crafted("lirium", {}, { lifetime: 60 }));
});

test("Happy Pathology's jti is the time in nanoseconds as a string, with the fraction of now", () => {
  const { claims } = crafted("happy-pathology", {}, { now: NOW + 0.5 });

  assert.equal(claims["jti"], `${NOW}500000000`);
  assert.equal(claims["iat"], NOW);
});

test("Happy Pathology's jti tells tokens of one millisecond apart by its last six digits", () => {
  const [first, last] = [0, 999_999].map((serial) => {
    return crafted("happy-pathology", {}, { now: NOW + 0.001, serial }).claims["jti"];
  });

  assert.deepEqual([first, last], [`${NOW}001000000`, `${NOW}001999999`]);
});

test("Happy Pathology's audience is an array of one where the flag says so, as text or as a boolean", () => {
  for (const flag of [true, "true"]) {
    assert.deepEqual(crafted("happy-pathology", { audienceAsArray: flag }).claims["aud"], ["api.happypathology.com"]);
  }
  for (const flag of [false, "false", ""]) {
    assert.equal(crafted("happy-pathology", { audienceAsArray: flag }).claims["aud"], "api.happypathology.com");
  }
});

test("Happy Pathology tokens live an hour at most", () => {
  assert.equal(crafted("happy-pathology", {}, { lifetime: 3600 }).claims["exp"], NOW + 3600);
  refuses("LIFETIME_TOO_LONG", () => crafted("happy-pathology", {}, { lifetime: 3601 }));
});

test("a Help Lightning site ID may be a number, and the lifetime is free", () => {
  const { claims } = crafted("help-lightning", { siteId: 54_344 }, { lifetime: 86_400 });

  assert.equal(claims["sub"], "Partner:54344");
  assert.equal(claims["exp"], NOW + 86_400);
});

test("an App Store Connect individual key has sub user and no iss", () => {
  for (const issuerId of ["", "  "]) {
    const { claims } = crafted("app-store-connect", { issuerId });
    assert.equal(
      JSON.stringify(claims),
      JSON.stringify({ sub: "user", iat: NOW, exp: NOW + 900, aud: "appstoreconnect-v1" }),
    );
  }
});

test("an App Store Connect scope becomes an array, one request a line, and is absent when empty", () => {
  const scope = "GET /v1/apps/123\n\n  GET /v1/apps?filter[platform]=IOS  \r\n";

  assert.deepEqual(crafted("app-store-connect", { scope }).claims["scope"], [
    "GET /v1/apps/123",
    "GET /v1/apps?filter[platform]=IOS",
  ]);
  assert.ok(!Object.hasOwn(crafted("app-store-connect", { scope: "" }).claims, "scope"));
});

test("App Store Connect takes 20 minutes, and six months only with a scope", () => {
  assert.equal(crafted("app-store-connect", {}, { lifetime: 1200 }).claims["exp"], NOW + 1200);
  refuses("LIFETIME_TOO_LONG", () => crafted("app-store-connect", {}, { lifetime: 1201 }));
  const scope = "GET /v1/salesReports";
  assert.equal(crafted("app-store-connect", { scope }, { lifetime: 86_400 }).claims["exp"], NOW + 86_400);
});

test("a backdated iat never makes exp minus iat exceed the maximum", () => {
  const provider: Provider = { ...providerOf("app-store-connect"), backdate: 60 };

  const { claims } = crafted("app-store-connect", {}, { provider, lifetime: 1200 });

  assert.deepEqual([claims["iat"], claims["exp"]], [NOW - 60, NOW + 1140]);
});

test("a lifetime that is no whole number of seconds above zero is refused", () => {
  for (const lifetime of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    refuses("LIFETIME_INVALID", () => crafted("partner-api", {}, { lifetime }));
  }
});

test("an empty or ill-formed input is refused by its name", () => {
  refuses("INPUT_MISSING", () => crafted("lirium", { apiKey: " " }));
  refuses("INPUT_INVALID", () => crafted("lirium", { apiKey: "two words" }));
  refuses("INPUT_INVALID", () => crafted("happy-pathology", { userId: "line\nbreak" }));
  refuses("INPUT_INVALID", () => crafted("app-store-connect", { issuerId: "not-a-uuid" }));
  refuses("INPUT_MISSING", () => crafted("app-store-connect", { keyId: "" }));
});

test("what python_jwt adds is added to a custom token: jti of 16 bytes, nbf and iat at now, no exp by default", () => {
  const { header, claims } = crafted("custom");

  assert.equal(JSON.stringify(header), '{"alg":"RS256","typ":"JWT"}');
  assert.deepEqual(Object.keys(claims), ["sub", "jti", "nbf", "iat"]);
  assert.equal(Buffer.from(claims["jti"] as string, "base64url").length, 16);
  assert.deepEqual([claims["nbf"], claims["iat"]], [NOW, NOW]);
});

test("a custom token's own claims win over the added ones, and jti and nbf can be left out", () => {
  const own = crafted("custom", { claims: '{"iat":1,"exp":2,"nbf":0,"jti":"x"}' }, { lifetime: 60 });
  assert.equal(JSON.stringify(own.claims), '{"iat":1,"exp":2,"nbf":0,"jti":"x"}');

  const bare = crafted("custom", { jtiBytes: 0, notBefore: "none" });
  assert.deepEqual(bare.claims, { sub: "alice", iat: NOW });
});

test("a custom token's expiry is now plus the lifetime, or the one that was written", () => {
  assert.equal(crafted("custom", {}, { lifetime: 60 }).claims["exp"], NOW + 60);
  assert.equal(crafted("custom", { expires: "2026-01-31T12:00:00Z" }).claims["exp"], 1_769_860_800);
  assert.equal(crafted("custom", { expires: "1760000000" }).claims["exp"], 1_760_000_000);
  refuses("INPUT_INVALID", () => crafted("custom", { expires: "1760000000000" }));
  refuses("INPUT_INVALID", () => crafted("custom", { expires: "tomorrow" }));
});

test("a time is the same everywhere, and there is such a time", () => {
  const noon = 1_769_860_800;
  const same = ["2026-01-31T12:00:00Z", "2026-01-31 12:00Z", "2026-01-31t14:30:00.999+02:30", "2026-01-31T07:00-0500"];

  for (const text of [...same, "2026-02-01T00:00:00+12", String(noon)])
    assert.equal(crafted("custom", { expires: text }).claims["exp"], noon, text);
  assert.equal(crafted("custom", { expires: "2024-02-29T00:00:00Z" }).claims["exp"], 1_709_164_800);
  assert.equal(crafted("custom", { expires: "9999-12-31T23:59:59Z" }).claims["exp"], 253_402_300_799);
  for (const text of ["2026-01-31T12:00:00", "2026-01-31", "2026-01-31Z"])
    assert.match(expiryFault(text), /no time zone/, text);
  for (const text of [
    "2026-02-30T00:00:00Z",
    "2025-02-29T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-00-01T00:00:00Z",
    "2026-01-31T24:00:00Z",
    "2026-01-31T12:60:00Z",
    "2026-01-31T12:00:60Z",
    "2026-01-31T12:00:00+25:00",
  ])
    assert.match(expiryFault(text), /no such day or time/, text);
  for (const text of ["1800000000000", "253402300800", "9999-12-31T23:59:59-01:00"]) {
    assert.match(expiryFault(text), /after the year 9999/, text);
  }
});

test("a lifetime that ends after the year 9999 is refused", () => {
  const most = 253_402_300_799 - NOW;

  assert.equal(crafted("custom", {}, { lifetime: most }).claims["exp"], 253_402_300_799);
  for (const lifetime of [most + 1, 1e12, Number.MAX_SAFE_INTEGER]) {
    refuses("LIFETIME_BEYOND_CALENDAR", () => crafted("custom", {}, { lifetime }));
  }
});

test("a custom header takes further members but not alg and typ, and JSON mistakes are told apart", () => {
  assert.deepEqual(crafted("custom", { header: '{"kid":"1"}' }).header, { alg: "RS256", typ: "JWT", kid: "1" });
  for (const header of ['{"alg":"none"}', '{"typ":"at+jwt"}', "[]", "{kid:1}", "null"]) {
    refuses("INPUT_INVALID", () => crafted("custom", { header }));
  }
});

test("an algorithm that the provider does not take is refused", () => {
  refuses("ALG_NOT_ALLOWED", () =>
    craft({ provider: providerOf("custom"), values: { alg: "RS257", claims: "{}" }, now: NOW }),
  );
  refuses("INPUT_MISSING", () => craft({ provider: providerOf("custom"), values: { claims: "{}" }, now: NOW }));
});

test("an unsecured custom token ends with an empty signature", async () => {
  const token = await mint({ provider: providerOf("custom"), values: { alg: "none", claims: "{}" }, now: NOW });

  assert.match(token, /^[\w-]+\.[\w-]+\.$/);
  assert.equal(JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString()).alg, "none");
});
