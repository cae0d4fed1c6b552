import assert from "node:assert/strict";
import { test } from "node:test";
import type { KeySummary } from "../../../src/core/keys/key.ts";
import { keyFacts, goneKeyFacts } from "../../../src/views/keyFacts.ts";
import { keyIsMissing, profileFacts } from "../../../src/views/profileFacts.ts";

const thumbprint = "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs";
const rsa: KeySummary = { name: "lirium", kty: "RSA", alg: "RS512", bits: 4096, thumbprint };
const lirium = { name: "Sandbox", provider: "lirium", key: "lirium", values: {} };

test("a key tells its algorithm, size, thumbprint and the profiles that use it", () => {
  const { line, details } = keyFacts({ ...rsa, kid: "k1" }, ["Sandbox", "Live"]);

  assert.equal(line, "RS512 · 4096 bits · NzbLsXh8… · Sandbox, Live");
  assert.deepEqual(
    details.map(({ label, value }) => `${label}: ${value}`),
    ["Kind: RSA, 4096 bits", "Algorithm: RS512", "Key ID: k1", `Thumbprint: ${thumbprint}`, "Used by: Sandbox, Live"],
  );
});

test("a key on a curve tells the curve, and that nothing uses it", () => {
  const key: KeySummary = { name: "apple", kty: "EC", alg: "ES256", crv: "P-256", thumbprint };

  assert.equal(keyFacts(key, []).line, "ES256 · P-256 · NzbLsXh8… · not used");
});

test("a secret's thumbprint, from which a weak secret can be guessed, is told nowhere", () => {
  const facts = keyFacts({ name: "s", kty: "oct", alg: "HS256", bits: 384, thumbprint }, []);

  assert.equal(facts.line, "HS256 · 384 bits · not used");
  assert.ok(!JSON.stringify(facts).includes(thumbprint.slice(0, 4)));
});

test("a key for this window only and a key that is lost say so", () => {
  assert.match(keyFacts({ ...rsa, windowOnly: true }, []).line, /this window only/);
  assert.equal(goneKeyFacts("no longer on this machine", ["Sandbox"], rsa).line, "no longer on this machine · Sandbox");
});

test("a profile tells its token first, then its provider, environment and key", () => {
  const { line, details } = profileFacts(
    { ...lirium, variable: "liriumToken" },
    { keys: [rsa], token: "expires in 12:40" },
  );

  assert.equal(line, "expires in 12:40 · Lirium · sandbox");
  assert.deepEqual(
    details.map(({ label, value }) => `${label}: ${value}`),
    [
      "Last token: expires in 12:40",
      "Provider: Lirium",
      "Environment: sandbox",
      "Key: lirium (RSA, 4096 bits)",
      "Variable: liriumToken",
    ],
  );
});

test("a profile whose key is missing says so, and one without a key that its tokens are unsigned", () => {
  assert.ok(keyIsMissing(lirium, []));
  assert.equal(profileFacts(lirium, { keys: [], token: undefined }).line, "its key is missing · Lirium · sandbox");

  const { key: _none, ...unsigned } = lirium;
  assert.ok(!keyIsMissing(unsigned, []));
  assert.ok(
    profileFacts(unsigned, { keys: [], token: undefined }).details.some(({ value }) => value.includes("unsigned")),
  );
});

test("a provider that is not known stands under its id", () => {
  assert.equal(profileFacts({ ...lirium, provider: "mars" }, { keys: [rsa], token: undefined }).line, "mars");
});
