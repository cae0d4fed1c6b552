import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { keysElsewhere } from "../../../../../src/core/token/verify/keyUrl.ts";

const issuer = "https://id.example.com";
const jwksUri = `${issuer}/keys`;
const configuration = JSON.stringify({ issuer, jwks_uri: jwksUri, response_types_supported: ["code"] });

test("an OpenID configuration and a URL say where keys are", () => {
  assert.equal(keysElsewhere(configuration), jwksUri);
  assert.equal(keysElsewhere(`\n${configuration}\n`, `${issuer}/`), jwksUri);
  assert.equal(
    keysElsewhere(` ${issuer}/.well-known/openid-configuration\n`),
    `${issuer}/.well-known/openid-configuration`,
  );
});

test("the configuration of another issuer than the token's is refused", () => {
  assert.throws(() => keysElsewhere(configuration, "https://other.example.com"), { code: "ISSUER_MISMATCH" });
});

test("what holds keys, or is a secret, says nothing of other places", () => {
  const jwk = { kty: "oct", k: "AAAA" };
  for (const text of [
    JSON.stringify({ keys: [jwk], jwks_uri: jwksUri }),
    JSON.stringify({ ...jwk, jwks_uri: jwksUri }),
    '{"jwks_uri": 1}',
    "{",
    "-----BEGIN PUBLIC KEY-----",
    `my secret is ${issuer}`,
    "",
  ]) {
    assert.equal(keysElsewhere(text), undefined, text);
  }
});

test("the configuration that was reported says where its keys are", () => {
  const fixture = new URL("../../../../fixtures/reported-verifications.json", import.meta.url);
  type Reported = { readonly id: string; readonly input: { readonly arg: { readonly key: string } } };
  const reported = JSON.parse(readFileSync(fixture, "utf8")) as readonly Reported[];

  assert.match(keysElsewhere(reported.find(({ id }) => id === "V15")?.input.arg.key ?? "") ?? "", /^https:/);
});
