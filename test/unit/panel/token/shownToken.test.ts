import assert from "node:assert/strict";
import { test } from "node:test";
import { mint } from "../../../../src/core/token/mint/mint.ts";
import { copyText, showPasted } from "../../../../src/panel/token/shownToken.ts";
import { keyFor, NOW, providerOf, sampleValues } from "../../core/providers/orders.ts";
import { known, nobody } from "../../core/token/known.ts";
import { compactOf } from "../../../tokens.ts";

test("a pasted token of a provider is named, and carried as the provider wants it", async () => {
  const provider = providerOf("help-lightning");
  const values = sampleValues["help-lightning"] ?? {};
  const { key } = await keyFor(provider.algs[0]);
  const compact = await mint({ provider, values, now: NOW, key });

  const { token, inHand } = showPasted(`Authorization: ${compact}`, nobody);

  assert.deepEqual(token, { compact, origin: "pasted", provider: "Help Lightning" });
  assert.equal(inHand.delivery.compact, compact);
  assert.equal(inHand.delivery.scheme, undefined);
});

test("a pasted token of nobody known is a bearer token", () => {
  const compact = compactOf({ alg: "HS256" }, { sub: "a" });

  const { token, inHand } = showPasted(compact, nobody);

  assert.deepEqual(token, { compact, origin: "pasted" });
  assert.deepEqual(inHand, { delivery: { compact, scheme: "Bearer" } });
});

test("a pasted text that is no token is refused", () => {
  assert.throws(() => showPasted("Bearer hello", nobody), { code: "TOKEN_SEGMENTS" });
});

test("a token is copied in the form that its place asks for", async () => {
  const provider = providerOf("help-lightning");
  const values = sampleValues["help-lightning"] ?? {};
  const { key } = await keyFor(provider.algs[0]);
  const compact = await mint({ provider, values, now: NOW, key });
  const profile = { name: "HL", provider: provider.id, key: "k", values, environment: "eu1", variable: "hlToken" };

  const shown = showPasted(compact, known([profile]));

  assert.equal(copyText("token", shown), compact);
  assert.equal(copyText("header", shown), `Authorization: ${compact}\nx-helplightning-api-key: apiKey-1`);
  assert.match(copyText("curl", shown), /^curl -X GET 'https:\/\/api\.eu1\.helplightning\.net\/api\/v1\/users' \\\n/);
  assert.equal(copyText("env", shown), `HL_TOKEN=${compact}`);
});

test("a token that nobody is known to take is copied as a bearer token for any service", () => {
  const compact = compactOf({ alg: "HS256" }, { sub: "a" });
  const shown = showPasted(compact, nobody);

  assert.equal(copyText("header", shown), `Authorization: Bearer ${compact}`);
  assert.match(copyText("curl", shown), /\{\{BASE_URL\}\}/);
  assert.equal(copyText("env", shown), `TOKEN=${compact}`);
});
