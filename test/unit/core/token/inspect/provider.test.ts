import assert from "node:assert/strict";
import { test } from "node:test";
import { findProvider } from "../../../../../src/core/providers/index.ts";
import { inspectToken } from "../../../../../src/core/token/inspect/inspect.ts";
import { mint } from "../../../../../src/core/token/mint/mint.ts";
import { providers } from "../../../../../src/core/providers/index.ts";
import { keyFor, sampleValues } from "../../providers/orders.ts";
import { type Clues, codes, findings, NOW } from "./subjects.ts";
import { known } from "../known.ts";
import { compactOf } from "../../../../tokens.ts";

const rsa = Buffer.alloc(256, 7).toString("base64url");
const times = { iat: NOW, exp: NOW + 900 };
const uuid = "57246542-96fe-1a63-e053-0824d011072a";

const apple = (header: object, claims: object) =>
  compactOf(
    { alg: "ES256", kid: "2X9R4HXF34", typ: "JWT", ...header },
    { iss: uuid, ...times, aud: "appstoreconnect-v1", ...claims },
    rsa.slice(0, 86),
  );
const pathology = (header: object, claims: object) =>
  compactOf(
    { alg: "RS256", typ: "JWT", ...header },
    { aud: "api.happypathology.com", ...times, iss: "org", jti: "1760000000000000000", sub: "u", kid: "k", ...claims },
    rsa,
  );
const lightning = (claims: object) =>
  compactOf(
    { alg: "RS256", typ: "JWT" },
    { iss: "Ghazal", sub: "Partner:54344", aud: "Ghazal", exp: NOW + 60, ...claims },
    rsa,
  );
const lirium = (alg: string, claims: object = {}) =>
  compactOf({ alg, typ: "JWT" }, { iss: "9de362f4", iat: NOW, ...claims }, rsa);

const rows: readonly (readonly [name: string, provider: string, token: string, code: string, words: string])[] = [
  ["another alg", "lirium", lirium("RS256"), "PROVIDER_ALG", "Lirium expects RS512, but this is RS256."],
  [
    "an exp that nobody wants",
    "lirium",
    lirium("RS512", { exp: NOW + 60 }),
    "PROVIDER_EXP_UNWANTED",
    "Lirium's tokens have no exp",
  ],
  [
    "an issuer of another shape",
    "lirium",
    lirium("RS512", { iss: "a b" }),
    "PROVIDER_MEMBER_WRONG",
    'iss is "a b", but for Lirium an API key has no spaces.',
  ],
  [
    "no iss",
    "lirium",
    compactOf({ alg: "RS512", typ: "JWT" }, { iat: NOW }, rsa),
    "PROVIDER_MEMBER_MISSING",
    "Lirium expects iss as a claim, but it is missing.",
  ],
  [
    "no typ",
    "lirium",
    compactOf({ alg: "RS512" }, { iss: "k", iat: NOW }, rsa),
    "PROVIDER_MEMBER_MISSING",
    'expects typ "JWT" in the header',
  ],
  [
    "too long a life",
    "app-store-connect",
    apple({}, { exp: NOW + 1260 }),
    "LIFETIME_TOO_LONG",
    "This token lives 21 min, App Store Connect allows 20 min (exp − iat = 1260 s).",
  ],
  [
    "no kid",
    "app-store-connect",
    apple({ kid: undefined }, {}),
    "PROVIDER_MEMBER_MISSING",
    "expects kid in the header",
  ],
  [
    "a kid of another shape",
    "app-store-connect",
    apple({ kid: "a-b" }, {}),
    "PROVIDER_MEMBER_WRONG",
    "letters and digits",
  ],
  [
    "an issuer that is no UUID",
    "app-store-connect",
    apple({}, { iss: "me" }),
    "PROVIDER_MEMBER_WRONG",
    "is a UUID such as",
  ],
  [
    "another audience",
    "app-store-connect",
    apple({}, { aud: "appstoreconnect-v2" }),
    "PROVIDER_MEMBER_WRONG",
    'App Store Connect expects "appstoreconnect-v1".',
  ],
  [
    "an audience in an array",
    "app-store-connect",
    apple({}, { aud: ["appstoreconnect-v1"] }),
    "PROVIDER_MEMBER_FORM",
    "a text and no array",
  ],
  [
    "both iss and sub",
    "app-store-connect",
    apple({}, { sub: "user" }),
    "PROVIDER_MEMBER_UNWANTED",
    "does not accept sub together with Issuer ID",
  ],
  [
    "neither iss nor sub",
    "app-store-connect",
    apple({}, { iss: undefined }),
    "PROVIDER_MEMBER_MISSING",
    'expects sub "user"',
  ],
  [
    "the kid in the header",
    "happy-pathology",
    pathology({ kid: "k" }, { kid: undefined }),
    "PROVIDER_MEMBER_PLACE",
    "expects kid as a claim, but it is in the header.",
  ],
  [
    "no expiry",
    "happy-pathology",
    pathology({}, { exp: undefined }),
    "PROVIDER_MEMBER_MISSING CLAIM_NO_EXP",
    "expects exp",
  ],
  [
    "a number where a text belongs",
    "happy-pathology",
    pathology({}, { sub: 7 }),
    "PROVIDER_MEMBER_WRONG",
    "expects a text",
  ],
  [
    "a subject of another shape",
    "help-lightning",
    lightning({ sub: "54344" }),
    "PROVIDER_MEMBER_WRONG",
    'expects "Partner:Site ID", where a site ID is a number such as 54344.',
  ],
  [
    "a scope that is no list",
    "app-store-connect",
    apple({}, { scope: "GET /v1/apps" }),
    "PROVIDER_MEMBER_WRONG",
    'scope is "GET /v1/apps", but App Store Connect expects an array of texts',
  ],
  [
    "a jti in seconds",
    "happy-pathology",
    pathology({}, { jti: String(NOW) }),
    "PROVIDER_MEMBER_WRONG",
    "Happy Pathology expects the time in nanoseconds since 1970, as a text",
  ],
  [
    "a jti that is no text",
    "happy-pathology",
    pathology({}, { jti: NOW }),
    "PROVIDER_MEMBER_WRONG",
    "Happy Pathology expects the time in nanoseconds since 1970, as a text",
  ],
  [
    "kid in both places",
    "happy-pathology",
    pathology({ kid: "k" }, {}),
    "PROVIDER_MEMBER_PLACE",
    "expects kid only as a claim, but it is in the header too",
  ],
  ["another issuer", "help-lightning", lightning({ iss: "ghazal" }), "PROVIDER_MEMBER_WRONG", 'expects "Ghazal"'],
];

const clues = (id: string, more: Clues = {}): Clues => {
  const provider = findProvider(id);
  return { ...(provider !== undefined && { provider }), ...more };
};

for (const [name, provider, token, code, words] of rows) {
  test(`${provider}: ${name} is found as ${code}`, () => {
    const found = findings(token, clues(provider));

    assert.equal(found.map((each) => each.code).join(" "), code);
    assert.ok(found[0]?.message.includes(words), found[0]?.message);
  });
}

test("a token as its provider wants it has no finding, each provider's own included", async () => {
  for (const provider of providers) {
    const values = sampleValues[provider.id] ?? {};
    const key = await keyFor(provider.algs[0]);
    const lifetime = provider.id === "custom" ? { lifetime: 900 } : {};
    const compact = await mint({ provider, values, ...key, now: NOW, ...lifetime });
    assert.deepEqual(findings(compact, { provider }), [], provider.id);
  }
  assert.deepEqual(findings(pathology({}, { aud: ["api.happypathology.com"] }), clues("happy-pathology")), []);
  assert.deepEqual(findings(apple({}, { iss: undefined, sub: "user" }), clues("app-store-connect")), []);
  assert.deepEqual(
    findings(apple({}, { scope: ["GET /v1/apps"], exp: NOW + 15_777_000 }), clues("app-store-connect")),
    [],
  );
});

test("a member that a form fills in has its input as the fix, with the profile's own value", () => {
  const profile = { name: "Lirium", provider: "lirium", key: "k", values: { apiKey: "9de362f4" } };

  const [finding] = findings(lirium("RS512", { iss: "your_api_key" }), clues("lirium", { profile }));

  assert.deepEqual(finding?.fix, { input: "apiKey", value: "9de362f4" });
});

test("how a request carries the token is judged by what its provider wants", () => {
  const token = lightning({});
  const sent = (sentWith: NonNullable<Clues["sentWith"]>) => codes(token, clues("help-lightning", { sentWith }));
  const api = ["accept", "x-helplightning-api-key"];

  assert.deepEqual(sent({ scheme: "Bearer", headers: api }), ["SENT_SCHEME_UNWANTED"]);
  assert.deepEqual(sent({ scheme: "", headers: ["accept"] }), ["SENT_HEADER_MISSING"]);
  assert.deepEqual(sent({ scheme: "", headers: api, url: "https://api.helplightning.net/" }), []);
  assert.deepEqual(sent({}), []);
  assert.deepEqual(codes(lirium("RS512"), clues("lirium", { sentWith: { scheme: "bearer" } })), []);
  assert.deepEqual(codes(lirium("RS512"), clues("lirium", { sentWith: { scheme: "Token" } })), ["SENT_SCHEME_WRONG"]);
});

const sentTo = (url: string) => codes(lirium("RS512"), clues("lirium", { sentWith: { url } }));

test("plain http is for this machine alone", () => {
  for (const url of [
    "http://api.example.com/x",
    "HTTP://10.0.0.1:80",
    "http://localhost.evil.example/",
    "http://user@host/",
  ]) {
    assert.deepEqual(sentTo(url), ["SENT_OVER_HTTP"], url);
  }
  for (const url of [
    "http://localhost:3000/",
    "http://127.0.0.1",
    "http://[::1]:8080/",
    "http://app.localhost",
    "https://a.b",
    "http://{{host}}/",
    "/x",
  ]) {
    assert.deepEqual(sentTo(url), [], url);
  }
});

const foundBy = async (compact: string, order: { profile?: object; url?: string } = {}) => {
  const profiles = [{ name: "P", provider: "lirium", key: "k", values: { apiKey: "another-api-key" } }];
  const sentWith = order.url === undefined ? {} : { sentWith: { url: order.url } };
  const { findings: found } = await inspectToken({
    compact,
    keys: [],
    profiles: known(profiles),
    now: NOW,
    ...sentWith,
  });
  return found.map(({ code }) => code);
};

test("a token that is not as any provider wants it is judged by the one it is meant for", async () => {
  const foreign = compactOf({ alg: "HS256" }, { iss: "another-api-key", iat: NOW });

  assert.deepEqual(await foundBy(lirium("RS256")), ["PROVIDER_ALG"], "by its members");
  assert.deepEqual(await foundBy(apple({ alg: "ES384" }, { x: 1 })), ["SIG_LENGTH", "PROVIDER_ALG"], "by its audience");
  assert.deepEqual(await foundBy(foreign), ["PROVIDER_ALG", "PROVIDER_MEMBER_MISSING"], "by a profile's value");
  assert.deepEqual(
    await foundBy(compactOf({ alg: "HS256", typ: "JWT" }, { sub: "a" }), {
      url: "https://api.lirium-sandbox.com/v1/x",
    }),
    ["PROVIDER_ALG", "PROVIDER_MEMBER_MISSING", "PROVIDER_MEMBER_MISSING"],
    "by the request's host",
  );
  assert.deepEqual(await foundBy(pathology({}, { aud: "https://a.test" })), ["PROVIDER_MEMBER_WRONG"], "by its names");
  const scoped = compactOf({ alg: "ES256", kid: "1" }, { iss: "a", ...times, aud: "b", scope: "c" }, rsa.slice(0, 86));
  assert.deepEqual(await foundBy(scoped), [], "by no name that others have too");
  assert.deepEqual(await foundBy(compactOf({ alg: "RS256" }, { sub: "a", exp: NOW + 1 }, rsa)), [], "by nothing");
});
