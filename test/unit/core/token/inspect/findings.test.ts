import assert from "node:assert/strict";
import { test } from "node:test";
import { codes, findings, NOW } from "./subjects.ts";
import { compactOf, part } from "../../../../tokens.ts";

const header = { alg: "HS256", typ: "JWT" };
const fresh = { sub: "a", iat: NOW - 60, exp: NOW + 600 };
const hs = (payload: unknown) => compactOf(header, payload);
const withHeader = (members: object, signature?: string) => compactOf({ ...header, ...members }, fresh, signature);
const bytes = (count: number) => Buffer.alloc(count, 7).toString("base64url");
const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;

/** Each token has this finding, and no other. */
const rows: readonly (readonly [name: string, code: string, token: string])[] = [
  ["expired at exp itself", "CLAIM_EXPIRED", hs({ exp: NOW })],
  ["expired in 1970", "CLAIM_EXPIRED", hs({ exp: 0 })],
  ["not yet valid", "CLAIM_NOT_YET_VALID", hs({ ...fresh, nbf: NOW + 12 })],
  ["issued in the future", "CLAIM_IAT_FUTURE", hs({ iat: NOW + 90, exp: NOW + 600 })],
  ["exp as a text", "CLAIM_NOT_NUMBER", hs({ exp: "1760000600" })],
  ["exp in milliseconds", "CLAIM_MILLISECONDS", hs({ exp: (NOW + 600) * 1000 })],
  ["exp as a duration", "CLAIM_EXPIRED CLAIM_DURATION", hs({ iat: NOW - 60, exp: 3600 })],
  ["nbf as a duration", "CLAIM_DURATION", hs({ ...fresh, nbf: 600 })],
  ["iat as a duration", "CLAIM_DURATION", hs({ ...fresh, iat: 600 })],
  ["issued in a zone behind", "CLAIM_EXPIRED CLAIM_TIME_ZONE", hs({ iat: NOW - 7230, exp: NOW - 6030 })],
  ["issued in India", "CLAIM_EXPIRED CLAIM_TIME_ZONE", hs({ iat: NOW - 5.5 * 3600, exp: NOW - 5 * 3600 })],
  ["issued in a zone ahead", "CLAIM_IAT_FUTURE CLAIM_TIME_ZONE", hs({ iat: NOW + 3600 - 5, exp: NOW + 7200 })],
  ["expired, and old", "CLAIM_EXPIRED", hs({ iat: NOW - 8000, exp: NOW - 6030 })],
  ["expired, and a day old", "CLAIM_EXPIRED", hs({ iat: NOW - 86_400, exp: NOW - 6030 })],
  ["exp in the year 273790", "CLAIM_FAR_FUTURE", hs({ exp: 8_640_000_000_000 })],
  ["exp beyond the calendar", "CLAIM_OUT_OF_RANGE", hs({ exp: 8_640_000_000_001 })],
  ["exp before nbf", "CLAIM_EXPIRED CLAIM_TIMES_CROSSED", hs({ nbf: NOW - 5, exp: NOW - 10 })],
  ["no exp", "CLAIM_NO_EXP", hs({ sub: "a" })],
  ["alg none", "ALG_NONE", compactOf({ alg: "none" }, fresh, "")],
  ["alg none, disguised", "ALG_NONE", compactOf({ alg: "n-OnE" }, fresh, "")],
  ["no alg", "ALG_MISSING", compactOf({}, fresh)],
  ["an alg of JWE", "ALG_UNSUPPORTED", compactOf({ alg: "RSA1_5" }, fresh)],
  ["an alg in another case", "ALG_UNSUPPORTED", compactOf({ alg: "hs256" }, fresh)],
  ["an alg that is no text", "ALG_UNSUPPORTED", compactOf({ alg: 1 }, fresh)],
  ["no signature", "SIG_MISSING", withHeader({}, "")],
  ["a signature of another length", "SIG_LENGTH", withHeader({ alg: "ES512" }, bytes(128))],
  ["a signature by no RSA key", "SIG_LENGTH", withHeader({ alg: "RS256" }, bytes(45))],
  [
    "an ECDSA signature in DER",
    "SIG_DER",
    withHeader({ alg: "ES256" }, Buffer.alloc(70, Uint8Array.of(0x30, 68, 2, 32)).toString("base64url")),
  ],
  ["a short RSA key", "KEY_TOO_SMALL", withHeader({ alg: "RS256" }, bytes(128))],
  ["an unknown crit", "CRIT_UNKNOWN", withHeader({ crit: ["exp2"], exp2: 1 })],
  ["a crit that is no list", "CRIT_INVALID", withHeader({ crit: "exp" })],
  ["jku", "HEADER_KEY_URL", withHeader({ jku: "https://canary.invalid/jwks.json" })],
  ["x5u", "HEADER_KEY_URL", withHeader({ x5u: "https://canary.invalid/c.pem" })],
  ["an embedded jwk in what is no proof of a key", "HEADER_EMBEDDED_KEY", withHeader({ typ: "at+jwt", jwk: {} })],
  ["an embedded jwk", "HEADER_EMBEDDED_KEY", withHeader({ jwk: { kty: "oct", k: "AA" } })],
  [
    "an unencoded payload",
    "B64_FALSE_IN_JWT",
    `${part({ ...header, b64: false, crit: ["b64"] })}.{"exp":${NOW + 9}}.${"A".repeat(43)}`,
  ],
  ["trailing bits", "TOKEN_NON_CANONICAL", withHeader({}, `${"A".repeat(42)}B`)],
  ["characters missing", "TOKEN_TRUNCATED", withHeader({}, "A".repeat(45))],
  ["a detached payload", "PAYLOAD_EMPTY", hs("")],
  ["a payload that is no JSON", "PAYLOAD_NOT_JSON", hs("hello")],
  ["a payload that is an array", "PAYLOAD_NOT_OBJECT", hs([1, 2])],
  [
    "a payload in UTF-16",
    "PAYLOAD_NOT_UTF8",
    `${part(header)}.${Buffer.from('{"é":1}', "latin1").toString("base64url")}.${"A".repeat(43)}`,
  ],
  ["a payload with a byte order mark", "PAYLOAD_BOM", hs('\uFEFF{"exp":1}')],
  ["a subject that is a number", "CLAIM_TYPE", hs({ ...fresh, sub: 1234 })],
  ["an issuer that is an object", "CLAIM_TYPE", hs({ ...fresh, iss: {} })],
  ["an audience that is an object", "CLAIM_TYPE", hs({ ...fresh, aud: { a: 1 } })],
  ["an audience with a number in it", "CLAIM_TYPE", hs({ ...fresh, aud: ["a", 1] })],
  ["a token ID that is a number", "CLAIM_TYPE", hs({ ...fresh, jti: 5 })],
  ["a key ID that is a number", "CLAIM_TYPE", withHeader({ kid: 7 })],
  ["a token above 8 KB", "TOKEN_LARGE", hs({ ...fresh, groups: "x".repeat(7000) })],
  ["a token above 16 KB", "TOKEN_LARGE", hs({ ...fresh, groups: "x".repeat(14_000) })],
  ["a payload nested too deep", "PAYLOAD_TOO_DEEP", hs(deep(500))],
  ["a payload that is too large", "PAYLOAD_TOO_LARGE", hs(deep(1_000_000))],
  ["a member twice", "JSON_DUPLICATE_KEY", hs(`{"exp":1,"\\u0065xp":${NOW + 9}}`)],
  ["a member twice, its colon far away", "JSON_DUPLICATE_KEY", hs(`{"exp":1,"exp"${" ".repeat(20)}:${NOW + 9}}`)],
  ["a member of a member twice", "JSON_DUPLICATE_KEY", hs(`{"exp":${NOW + 9},"a":[{"b":1,"b":2}]}`)],
  ["a number above 2^53", "NUMBER_TOO_LARGE", hs(`{"exp":${NOW + 9},"id":9007199254740993}`)],
  ["a number without end", "NUMBER_TOO_LARGE", hs(`{"exp":${NOW + 9},"id":1e400}`)],
  ["text that turns around", "CLAIM_INVISIBLE_CHARS", hs({ ...fresh, role: "user\u202E\u2066// admin" })],
  ["zero-width text in the header", "CLAIM_INVISIBLE_CHARS", withHeader({ kid: "a\u200Bb" })],
  ["a name in other letters", "CLAIM_NAME_NOT_ASCII", hs({ ...fresh, "\u0435xp": 1 })],
  ["a placeholder", "CLAIM_PLACEHOLDER", hs({ ...fresh, iss: "your_api_key" })],
  ["a sentence in a placeholder's stead", "CLAIM_PLACEHOLDER", hs({ ...fresh, iss: "REPLACE THIS WITH YOUR ISSUER" })],
  ["what a service's sample says", "CLAIM_PLACEHOLDER", hs({ ...fresh, iss: "THIS IS A USER ID OF YOUR CHOICE" })],
  ["a UUID of x", "CLAIM_PLACEHOLDER", hs({ ...fresh, iss: "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx" })],
  ["an ID that ends in here", "CLAIM_PLACEHOLDER", hs({ ...fresh, iss: "your_client_id_here" })],
  ["a variable in brackets", "CLAIM_PLACEHOLDER", hs({ ...fresh, iss: "[ISSUER_ID]" })],
  ["a variable that was not replaced", "CLAIM_PLACEHOLDER", hs({ ...fresh, aud: ["{{audience}}"] })],
];

for (const [name, code, token] of rows) {
  test(`${name} is found as ${code}`, () => assert.equal(codes(token).join(" "), code));
}

test("a token that is right has no finding", () => {
  for (const token of [
    hs(fresh),
    hs({ ...fresh, exp: NOW + 600.5, name: "👩\u200D💻", id: 2 ** 53 - 1, a: [{ b: 1 }, { b: 2 }] }),
    withHeader({ alg: "RS256" }, bytes(512)),
    withHeader({ alg: "EdDSA", kid: "my-key-2024" }, bytes(64)),
    compactOf({ alg: "dir", enc: "A256GCM" }, "", "aXY.dGV4dA.dGFn"),
  ]) {
    assert.deepEqual(findings(token), [], token);
  }
});

const jwe = (members: object) => `${part(members)}.a2V5.aXY_.dGV4dA.dGFn`;

test("no name, address or identifier is taken for a placeholder", () => {
  const values = [
    "Youri Gagarin",
    "yourself",
    "you@example.com",
    "the cat",
    "todos",
    "xx",
    "[1]",
    "$5",
    "placeholders",
  ];
  for (const sub of values) assert.deepEqual(codes(hs({ ...fresh, sub })), [], sub);
});

test("what makes decrypting weak or costly is said of a JWE", () => {
  assert.deepEqual(codes(jwe({ alg: "RSA1_5", enc: "A128CBC-HS256" })), ["JWE_WEAK_ALG"]);
  assert.deepEqual(codes(jwe({ alg: "PBES2-HS256+A128KW", enc: "A128GCM", zip: "DEF" })), [
    "JWE_PASSWORD",
    "JWE_COMPRESSED",
  ]);
  assert.deepEqual(codes(jwe({ alg: "dir" })), ["JWE_ENC_MISSING"]);
});

test("a token in a token without cty is said", () => {
  assert.deepEqual(codes(hs(hs(fresh))), ["CTY_MISSING", "PAYLOAD_NOT_JSON"]);
});

test("findings stand worst first, each with one sentence and one remedy", () => {
  const all = findings(compactOf({ alg: "none", jku: "x" }, { exp: "1", iss: "your_api_key" }, ""));

  assert.deepEqual(
    all.map(({ severity }) => severity),
    ["error", "error", "warning", "warning"],
  );
  for (const { message, remedy } of [...all, ...rows.flatMap(([, , token]) => findings(token))]) {
    for (const sentence of [message, remedy])
      assert.match(sentence, /^(?:["A-Z]|exp|nbf|iat|aud|iss|sub|jti|kid|typ|cty|jku|x5u|alg)[^]*\.$/, sentence);
  }
});

test("the sentences have the figures", () => {
  const [expired] = findings(hs({ exp: NOW - 90 }));
  const [future] = findings(hs({ iat: NOW + 90, exp: NOW + 600 }));
  const [milliseconds] = findings(hs({ exp: (NOW + 600) * 1000 }));

  assert.equal(expired?.message, "This token expired 1 min 30 s ago, on 2025-10-09 08:51:50 UTC.");
  assert.equal(future?.message, "This token was issued 90 s in the future, on 2025-10-09 08:54:50 UTC.");
  assert.match(milliseconds?.remedy ?? "", /so that exp is 1760000600\.$/);
});

test("no message holds what cannot be seen, or more than a little of a value", () => {
  const hostile = "\u202E[x](command:y)\n```\n" + "z".repeat(5000);
  const token = compactOf(
    { alg: hostile, kid: hostile, jku: hostile },
    { exp: hostile, [hostile]: 1, iss: "{{" + hostile },
  );

  for (const { message, remedy } of findings(token)) {
    assert.doesNotMatch(message + remedy, /[\p{Cf}\n]/u);
    assert.ok(message.length < 300, message);
  }
});
