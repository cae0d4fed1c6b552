import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../../../src/core/token/read/decode.ts";
import { authorizationValue, curlCommand, deliveryOf } from "../../../../src/core/token/mint/delivery.ts";
import { describeDuration, formatCountdown } from "../../../../src/core/duration.ts";
import { identify } from "../../../../src/core/token/origin/origin.ts";
import { mint } from "../../../../src/core/token/mint/mint.ts";
import { isRecognizable, recognize } from "../../../../src/core/token/origin/recognize.ts";
import { describeState, stateAt } from "../../../../src/core/token/words/state.ts";
import { providers } from "../../../../src/core/providers/index.ts";
import { decodedOf } from "../plain.ts";
import { keyFor, NOW, providerOf, sampleValues } from "../providers/orders.ts";
import { known, nobody } from "./known.ts";
import { compactOf, part } from "../../../tokens.ts";

test("a token decodes into its header and claims set", () => {
  const decoded = decode(compactOf({ alg: "HS256" }, { sub: "ä" }));

  assert.deepEqual(decoded, {
    kind: "JWS",
    header: { alg: "HS256" },
    claims: { sub: "ä" },
    text: { header: '{"alg":"HS256"}', claims: '{"sub":"ä"}' },
  });
});

test("a token of five parts is a JWE, whose claims cannot be read", () => {
  assert.deepEqual(decode(`${part({ alg: "dir" })}..iv.text.tag`), {
    kind: "JWE",
    header: { alg: "dir" },
    text: { header: '{"alg":"dir"}' },
  });
});

test("exp itself is already expired, and nbf itself already valid", () => {
  assert.equal(stateAt({ exp: 10 }, 10), "expired");
  assert.equal(stateAt({ exp: 10 }, 9.9), "current");
  assert.equal(stateAt({ nbf: 10 }, 10), "no-exp");
  assert.equal(stateAt({ nbf: 10, exp: 20 }, 9), "not-yet-valid");
  assert.equal(stateAt({ exp: "10" }, 11), "no-exp");
});

test("the state in words has the time left, or the age of a token without exp", () => {
  assert.equal(describeState({ exp: 760 }, 0), "expires in 12:40");
  assert.equal(describeState({ exp: 0 }, 90), "expired 1 min 30 s ago");
  assert.equal(describeState({ nbf: 12, exp: 20 }, 0), "not valid for another 12 s");
  assert.equal(describeState({ iat: 0 }, 240), "no expiry, 4 min old");
  assert.equal(describeState({}, 240), "no expiry");
});

test("durations are told in their two largest units", () => {
  assert.equal(describeDuration(15_777_000), "182 d 14 h");
  assert.equal(describeDuration(3605), "1 h");
  assert.equal(describeDuration(0), "0 s");
  assert.equal(formatCountdown(3900), "1:05:00");
  assert.equal(formatCountdown(59.9), "0:59");
});

test("each provider's own token is recognised, and never what any service could have made", async () => {
  for (const provider of providers) {
    const values = sampleValues[provider.id] ?? {};
    const token = decode(await mint({ provider, values, ...(await keyFor(provider.algs[0])), now: NOW }));

    assert.equal(recognize(token, providers)?.id, isRecognizable(provider) ? provider.id : undefined, provider.id);
  }
});

test("a token with a foreign claim, another algorithm or a missing claim is nobody's", () => {
  const claims = { iss: "k", iat: NOW };
  const foreign = [
    { header: { alg: "RS256", typ: "JWT" }, claims },
    { header: { alg: "RS512", typ: "JWT" }, claims: { ...claims, exp: 1 } },
    { header: { alg: "RS512", typ: "JWT" }, claims: { iat: NOW } },
    { header: { alg: "RS512", typ: "JWT", kid: "1" }, claims },
  ];
  for (const { header, claims: own } of foreign) {
    assert.equal(recognize(decodedOf(header, own), providers), undefined);
  }
});

test("Help Lightning's token stands alone in Authorization, with the API key in a header of its own", () => {
  const delivery = deliveryOf("a.b.c", providerOf("help-lightning"), { siteId: "1", apiKey: "k" });

  assert.deepEqual(delivery, { compact: "a.b.c", headers: { "x-helplightning-api-key": "k" } });
  assert.equal(authorizationValue(delivery), "a.b.c");
  assert.deepEqual(deliveryOf("a.b.c", providerOf("help-lightning"), { siteId: "1" }), { compact: "a.b.c" });
});

test("the cURL command is Lirium's own sample with the token in it", () => {
  const lirium = providerOf("lirium");

  const command = curlCommand(deliveryOf("a.b.c", lirium, {}), lirium.samples[0], "https://api.lirium-sandbox.com");

  assert.equal(
    command,
    [
      String.raw`curl -X GET 'https://api.lirium-sandbox.com/v1/partner' \ `.trim(),
      String.raw`  -H 'Authorization: Bearer a.b.c' \ `.trimEnd(),
      "  -H 'Content-Type: application/json'",
    ].join("\n"),
  );
});

test("the cURL command of a request with a body sends it", () => {
  const happyPathology = providerOf("happy-pathology");
  const delivery = deliveryOf("a.b.c", happyPathology, {});

  const command = curlCommand(delivery, happyPathology.samples[0], "https://api.happypathology.com");

  const [first, last] = [command.split("\n").at(0), command.split("\n").at(-1)];
  assert.match(first ?? "", /^curl -X POST 'https:\/\/api\.happypathology\.com\/v1\/source' /);
  assert.match(last ?? "", /^ {2}--data '\{"files":\[.*\]\}'$/);
});

test("a value with a quote cannot leave the cURL command's quotes", () => {
  const helpLightning = providerOf("help-lightning");
  const delivery = deliveryOf("a.b.c", helpLightning, { siteId: "1", apiKey: "it's; rm -rf ~" });

  const command = curlCommand(delivery, helpLightning.samples[0], "https://api.helplightning.net");

  assert.ok(command.includes(String.raw`'x-helplightning-api-key: it'\''s; rm -rf ~'`));
});

test("a token is identified by its provider and by the profile whose values give its claims", async () => {
  const provider = providerOf("help-lightning");
  const { key } = await keyFor("RS256");
  const compact = await mint({ provider, values: { siteId: "2" }, key, now: NOW });
  const profile = (name: string, siteId: string) => ({ name, provider: provider.id, values: { siteId, apiKey: name } });

  const identified = identify(compact, known([profile("one", "1"), profile("two", "2")]));

  assert.equal(identified.provider?.id, "help-lightning");
  assert.equal(identified.profile?.name, "two");
  assert.deepEqual(identified.delivery, { compact, headers: { "x-helplightning-api-key": "two" } });
});

test("a token of nobody known is carried as a bearer token", () => {
  const compact = compactOf({ alg: "HS256" }, { sub: "a" });

  assert.deepEqual(identify(compact, nobody), { delivery: { compact, scheme: "Bearer" } });
});
