import assert from "node:assert/strict";
import { createHmac, sign as signBytes } from "node:crypto";
import { test } from "node:test";
import { SignJWT } from "jose";
import type { Alg } from "../../../../../src/core/algorithms.ts";
import { inspectToken } from "../../../../../src/core/token/inspect/inspect.ts";
import { keysFromText } from "../../../../../src/core/token/verify/keysFromText.ts";
import { storedVerificationKey } from "../../../../../src/core/token/verify/verificationKey.ts";
import { generateKey } from "../../../../../src/core/keys/generate.ts";
import { signingKey } from "../../../../../src/core/keys/hostKey.ts";
import { NOW } from "./subjects.ts";
import { nobody } from "../known.ts";
import { part } from "../../../../tokens.ts";

const profile = { name: "Mine", provider: "custom", key: "mine", values: { claims: '{"sub":"a"}', alg: "RS256" } };
const claims = { sub: "a", exp: NOW + 60 };

const signed = async (alg: Alg, key: Awaited<ReturnType<typeof generateKey>>) =>
  new SignJWT(claims).setProtectedHeader({ alg, typ: "JWT" }).sign(await signingKey(key, alg));

type Order = Parameters<typeof inspectToken>[0];

const found = async (compact: string, order: Partial<Order>) => {
  const { findings } = await inspectToken({ compact, keys: [], profiles: nobody, now: NOW, ...order });
  return findings.map(({ code, message }) => [code, message]);
};

test("a signature that fits the key but another alg is told, and is no verification", async () => {
  const key = await generateKey("RS256");
  const stored = await storedVerificationKey("mine", key);
  const input = `${part({ alg: "RS256" })}.${part(claims)}`;
  const pem = `-----BEGIN PRIVATE KEY-----\n${key.material.base64}\n-----END PRIVATE KEY-----`;
  const compact = `${input}.${signBytes("sha512", Buffer.from(input), pem).toString("base64url")}`;

  assert.deepEqual(await found(compact, { keys: [stored], thorough: true }), [
    ["SIG_OTHER_ALG", "Your key mine made this signature, but with RS512; the header says RS256."],
  ]);
  assert.deepEqual(await found(compact, { keys: [stored] }), []);
  const { signature } = await inspectToken({ compact, keys: [stored], profiles: nobody, thorough: true, now: NOW });
  assert.equal(signature, "failed");
});

test("a key of the profile that does not fit the alg, or did not sign, is told", async () => {
  const [own, other, curve] = [await generateKey("RS256"), await generateKey("RS256"), await generateKey("ES256")];
  const mine = await storedVerificationKey("mine", own);
  const others = await storedVerificationKey("other", other);

  assert.deepEqual(await found(await signed("RS256", own), { keys: [mine, others], profile }), []);
  assert.deepEqual(await found(await signed("RS256", other), { keys: [mine, others], profile }), [
    ["SIG_OTHER_KEY", "The signature is by the key other, but the profile Mine signs with mine."],
  ]);
  assert.deepEqual(await found(await signed("ES256", curve), { keys: [mine], profile }), [
    ["KEY_ALG_MISMATCH", "alg is ES256, and the key mine of the profile Mine cannot sign with it."],
  ]);
});

const hs256 = (secret: string) => {
  const input = `${part({ alg: "HS256" })}.${part(claims)}`;
  return `${input}.${createHmac("sha256", secret).update(input).digest("base64url")}`;
};

test("a well-known secret is found when a person asks", async () => {
  const compact = hs256("your-256-bit-secret");

  assert.deepEqual(
    (await found(compact, { thorough: true })).map(([code]) => code),
    ["SECRET_WELL_KNOWN"],
  );
  assert.deepEqual(await found(compact, {}), []);
  assert.deepEqual(await found(hs256("0f5e8c1d2b3a49786756453423120fed"), { thorough: true }), []);
});

test("a stored secret that is shorter than the hash is told", async () => {
  const keys = await keysFromText("only-16-bytes-...");

  assert.deepEqual(
    (await found(hs256("only-16-bytes-..."), { keys })).map(([code]) => code),
    ["SECRET_TOO_SHORT"],
  );
});
