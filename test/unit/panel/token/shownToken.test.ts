import assert from "node:assert/strict";
import { test } from "node:test";
import { mint } from "../../../../src/core/jwt/mint.ts";
import { showPasted } from "../../../../src/panel/token/shownToken.ts";
import { keyFor, NOW, providerOf, sampleValues } from "../../core/providers/orders.ts";

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

test("a pasted token of a provider is named, and carried as the provider wants it", async () => {
  const provider = providerOf("help-lightning");
  const values = sampleValues["help-lightning"] ?? {};
  const { key } = await keyFor(provider.algs[0]);
  const compact = await mint({ provider, values, now: NOW, key });

  const { token, inHand } = showPasted(`Authorization: ${compact}`, []);

  assert.deepEqual(token, { compact, origin: "pasted", provider: "Help Lightning" });
  assert.equal(inHand.delivery.compact, compact);
  assert.equal(inHand.delivery.scheme, undefined);
});

test("a pasted token of nobody known is a bearer token", () => {
  const compact = `${encode({ alg: "HS256" })}.${encode({ sub: "a" })}.c2ln`;

  assert.deepEqual(showPasted(compact, []), {
    token: { compact, origin: "pasted" },
    inHand: { delivery: { compact, scheme: "Bearer" } },
  });
});

test("a pasted text that is no token is refused", () => {
  assert.throws(() => showPasted("Bearer hello", []), { code: "TOKEN_SEGMENTS" });
});
