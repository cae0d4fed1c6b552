import assert from "node:assert/strict";
import { generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { test } from "node:test";
import { CompactSign, FlattenedSign, SignJWT, exportJWK } from "jose";
import { keysFromText } from "../../../../../src/core/token/verify/keysFromText.ts";
import { storedVerificationKey } from "../../../../../src/core/token/verify/verificationKey.ts";
import { verifyToken, type VerificationOrder } from "../../../../../src/core/token/verify/verifyToken.ts";
import { generateKey } from "../../../../../src/core/keys/generate.ts";
import { signingKey } from "../../../../../src/core/keys/hostKey.ts";

const NOW = 1_760_000_000;
const secret = "0123456789abcdef0123456789abcdef";
const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const claims = { sub: "a", iat: NOW, nbf: NOW, exp: NOW + 60 };

const bytes = (text: string, encoding: BufferEncoding = "utf8") => Uint8Array.from(Buffer.from(text, encoding));

const hs256 = async (payload: object = claims, header: object = {}) =>
  new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader({ alg: "HS256", typ: "JWT", ...header })
    .sign(Buffer.from(secret));

const verify = async (compact: string, key: string, rules: Partial<VerificationOrder> = {}) =>
  verifyToken({ compact, keys: await keysFromText(key), now: NOW, ...rules });

const outcome = async (...order: Parameters<typeof verify>) => {
  const { valid, code } = await verify(...order);
  return valid ? "valid" : code;
};

test("a result says which key, which algorithm and which checks", async () => {
  assert.deepEqual(await verify(await hs256(), secret, { required: ["sub"] }), {
    valid: true,
    header: { alg: "HS256", typ: "JWT" },
    claims,
    key: "secret, 256 bits",
    alg: "HS256",
    checks: ["compact form", "header", "alg HS256", "signature", "exp", "nbf", "iat", "sub"],
  });
});

test("claims are shown only once the signature was verified", async () => {
  const wrongKey = await verify(await hs256(), secret.toUpperCase());
  const expired = await verify(await hs256(), secret, { now: NOW + 60 });

  assert.deepEqual([wrongKey.code, wrongKey.claims], ["SIG_INVALID", undefined]);
  assert.deepEqual([expired.code, expired.claims], ["CLAIM_EXPIRED", claims]);
  assert.match(
    expired.reason ?? "",
    /^This token expired 0 s ago, on 2025-10-09 08:54:20 UTC\. Refresh it, or get a new one\.$/,
  );
});

test("time is judged to the second, with the skew that is allowed", async () => {
  const token = await hs256();

  assert.equal(await outcome(token, secret, { now: NOW + 59 }), "valid");
  assert.equal(await outcome(token, secret, { now: NOW + 60 }), "CLAIM_EXPIRED");
  assert.equal(await outcome(token, secret, { now: NOW + 64, skew: 5 }), "valid");
  assert.equal(await outcome(token, secret, { now: NOW - 1 }), "CLAIM_NOT_YET_VALID");
  assert.equal(await outcome(token, secret, { now: NOW - 5, skew: 5 }), "valid");
  assert.equal(await outcome(await hs256({ iat: NOW + 6 }), secret, { skew: 5 }), "CLAIM_IAT_FUTURE");
  assert.equal(await outcome(await hs256({ exp: String(NOW + 60) }), secret), "CLAIM_NOT_NUMBER");
});

test("required claims must be there, and typ as the header's", async () => {
  const token = await hs256({ sub: "a" }, { typ: undefined });

  assert.equal(await outcome(token, secret, { required: ["sub"] }), "valid");
  assert.equal(await outcome(token, secret, { required: ["sub", "exp"] }), "CLAIM_MISSING");
  assert.equal(await outcome(token, secret, { required: ["typ"] }), "CLAIM_MISSING");
  assert.equal(await outcome(await hs256({}, { typ: "at+jwt" }), secret, { required: ["typ"] }), "HEADER_TYP_WRONG");
  assert.equal(await outcome(await hs256({}), secret, { required: ["constructor"] }), "CLAIM_MISSING");
});

test("only the algorithms that were named are allowed, and an empty list allows none", async () => {
  const token = await hs256();

  assert.equal(await outcome(token, secret, { algs: ["HS256"] }), "valid");
  assert.equal(await outcome(token, secret, { algs: ["HS512", "RS256"] }), "ALG_NOT_ALLOWED");
  assert.equal(await outcome(token, secret, { algs: [] }), "ALG_NOT_ALLOWED");
});

test("a JWK's own algorithm rules over its type", async () => {
  const jwk = { kty: "oct", k: Buffer.from(secret).toString("base64url") };

  assert.equal(await outcome(await hs256(), JSON.stringify(jwk)), "valid");
  assert.equal(await outcome(await hs256(), JSON.stringify({ ...jwk, alg: "HS512" })), "ALG_NOT_ALLOWED");
});

test("a key of another type is a mismatch, and a public key never an HMAC secret", async () => {
  const pem = rsa.publicKey.export({ format: "pem", type: "spki" }).toString();
  const confused = await new CompactSign(Buffer.from("{}")).setProtectedHeader({ alg: "HS256" }).sign(Buffer.from(pem));

  assert.equal(await outcome(confused, pem), "ALG_KEY_MISMATCH");
  assert.equal(await outcome(await rs256(), secret), "ALG_KEY_MISMATCH");
});

const rs256 = async (header: object = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg: "RS256", ...header }).sign(rsa.privateKey);

test("a header that names a key of its own is refused unless it is ignored on purpose", async () => {
  const pem = rsa.publicKey.export({ format: "pem", type: "spki" }).toString();
  for (const member of ["jku", "jwk", "x5u", "x5c", "x5t", "x5t#S256"]) {
    const token = await rs256({ [member]: "https://canary.invalid/" });
    assert.equal(await outcome(token, pem), "HEADER_REFUSED", member);
    assert.equal(await outcome(token, pem, { ignoreKeyMembers: true }), "valid", member);
  }
});

test("of a set the key of the token's kid verifies, and an unknown kid names those there are", async () => {
  const other = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwks = JSON.stringify({
    keys: [
      { ...(await exportJWK(other.publicKey)), kid: "old" },
      { ...(await exportJWK(rsa.publicKey)), kid: "new" },
      { kty: "EC", crv: "P-256", use: "enc", x: "AA", y: "AA" },
    ],
  });

  assert.equal((await verify(await rs256({ kid: "new" }), jwks)).key, 'RSA, 2048 bits, kid "new"');
  assert.equal((await verify(await rs256(), jwks)).key, 'RSA, 2048 bits, kid "new"');
  assert.equal(await outcome(await rs256({ kid: "old" }), jwks), "SIG_INVALID");
  assert.match((await verify(await rs256({ kid: "next" }), jwks)).reason ?? "", /no key with kid "next".*"old", "new"/);
});

const oldJwk = async (key: KeyObject) => JSON.stringify({ ...(await exportJWK(key)), kid: "old" });

test("one key verifies whatever kid it has, and where it does not, both kids are told", async () => {
  const other = generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey;

  assert.equal(await outcome(await rs256({ kid: "new" }), await oldJwk(rsa.publicKey)), "valid");
  assert.equal(await outcome(await rs256({ kid: "new" }), await oldJwk(other)), "JWKS_NO_MATCH");
  assert.equal(await outcome(await rs256({ kid: "old" }), await oldJwk(other)), "SIG_INVALID");
});

test("a payload that is not a JSON object is verified all the same", async () => {
  const sign = async (payload: string) =>
    new CompactSign(Buffer.from(payload)).setProtectedHeader({ alg: "HS256" }).sign(Buffer.from(secret));

  const { valid, payload, claims: none } = await verify(await sign("It’s a dangerous business"), secret);

  assert.deepEqual([valid, payload, none], [true, "It’s a dangerous business", undefined]);
  assert.equal((await verify(await sign("[1]"), secret)).payload, "[1]");
  assert.equal(await outcome(await sign("x"), secret, { required: ["exp"] }), "CLAIM_MISSING");
});

test("a detached payload is verified when it is given, and is never a claims set", async () => {
  const [header, part, signature] = (await hs256({ ...claims, exp: 1 })).split(".");
  const token = `${header}..${signature}`;
  const text = Buffer.from(part ?? "", "base64url").toString();
  const given = await verify(token, secret, { payload: bytes(text) });

  assert.deepEqual([given.valid, given.payload, given.claims], [true, text, undefined]);
  assert.equal(await outcome(token, secret, { payload: bytes(`${text} `) }), "SIG_INVALID");
  assert.match((await verify(token, secret)).reason ?? "", /detached, give it/);
});

test("a detached payload that is not encoded is verified byte for byte (RFC 7797 §5.2)", async () => {
  const payload = bytes("\u0000$.02\u00ff", "latin1");
  const { protected: header, signature } = await new FlattenedSign(payload)
    .setProtectedHeader({ alg: "HS256", b64: false, crit: ["b64"] })
    .sign(Buffer.from(secret));
  const token = `${header}..${signature}`;

  assert.equal(await outcome(token, secret, { payload }), "valid");
  assert.equal(await outcome(token, secret, { payload: payload.slice(1) }), "SIG_INVALID");
});

test("a payload beside a token that carries one is refused, even where it is the same", async () => {
  assert.equal(await outcome(await hs256(), secret, { payload: bytes(JSON.stringify(claims)) }), "PAYLOAD_ATTACHED");
});

test("a secret too short for its algorithm is warned of, though the signature is right", async () => {
  const short = await new CompactSign(bytes("{}")).setProtectedHeader({ alg: "HS256" }).sign(bytes("short"));
  const { valid, warnings } = await verify(short, "short");

  assert.equal(valid, true);
  assert.deepEqual(
    warnings?.map(({ code }) => code),
    ["SECRET_TOO_SHORT"],
  );
});

test("claims too deep or too large to be read are refused: they may have expired", async () => {
  const deep = JSON.parse(`${'{"a":'.repeat(300)}1${"}".repeat(300)}`) as object;

  assert.equal(await outcome(await hs256({ exp: 1, ...deep }), secret), "PAYLOAD_TOO_DEEP");
  assert.equal(await outcome(await hs256({ exp: 1, a: "x".repeat(4_194_304) }), secret), "PAYLOAD_TOO_LARGE");
});

test("an encrypted token has no signature to verify", async () => {
  const jwe = `${Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString("base64url")}..aXY_.dGV4dA.dGFn`;

  assert.equal(await outcome(jwe, secret), "JWE_NOT_SIGNED");
});

test("members named twice are refused, though the signature is right", async () => {
  const twice = async (header: string, payload: string) => {
    const input = [header, payload].map((part) => Buffer.from(part).toString("base64url")).join(".");
    const { createHmac } = await import("node:crypto");
    return `${input}.${createHmac("sha256", secret).update(input).digest("base64url")}`;
  };

  assert.equal(await outcome(await twice('{"alg":"HS256"}', '{"sub":"a"}'), secret), "valid");
  assert.equal(await outcome(await twice('{"alg":"none","alg":"HS256"}', "{}"), secret), "JSON_DUPLICATE_KEY");
  assert.equal(await outcome(await twice('{"alg":"HS256"}', '{"sub":"a","sub":"b"}'), secret), "JSON_DUPLICATE_KEY");
});

test("a stored key verifies what it signed, by each algorithm of its type", async () => {
  for (const alg of ["HS384", "RS512", "PS256", "ES384", "EdDSA", "Ed25519"] as const) {
    const key = await generateKey(alg, alg.startsWith("HS") ? { bits: 512 } : {});
    const compact = await new SignJWT(claims).setProtectedHeader({ alg }).sign(await signingKey(key, alg));
    const keys = [await storedVerificationKey("mine", key)];

    const result = await verifyToken({ compact, keys, now: NOW });

    assert.deepEqual([result.valid, result.key, result.alg], [true, "your key mine", alg], result.reason);
    assert.equal((await verifyToken({ compact: `${compact.slice(0, -8)}AAAAAAAA`, keys, now: NOW })).valid, false);
  }
});

test("no reason holds key or token bytes", async () => {
  const canary = randomBytes(24).toString("base64url");
  for (const key of [
    canary,
    `-----BEGIN PUBLIC KEY-----\n${canary}\n-----END PUBLIC KEY-----`,
    `{"kty":"${canary}"}`,
  ]) {
    const reason = await verify(await hs256({ sub: canary }), key).then(
      (result) => result.reason,
      (error: Error) => error.message,
    );
    assert.ok(reason !== undefined && !reason.includes(canary), reason);
  }
});
