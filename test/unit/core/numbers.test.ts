import assert from "node:assert/strict";
import { test } from "node:test";
import { CompactSign, compactVerify } from "jose";
import type { TokenOrder } from "../../../src/core/token/mint/craft.ts";
import { mint } from "../../../src/core/token/mint/mint.ts";
import { preview } from "../../../src/core/token/mint/preview.ts";
import { originOf } from "../../../src/core/token/origin/origin.ts";
import { valuesOf } from "../../../src/core/token/origin/valuesOf.ts";
import { differences } from "../../../src/core/token/read/compare.ts";
import { decode } from "../../../src/core/token/read/decode.ts";
import { decodedText, payloadText } from "../../../src/core/token/read/decodedText.ts";
import { inspectToken } from "../../../src/core/token/inspect/inspect.ts";
import { providers } from "../../../src/core/providers/index.ts";
import { exactText } from "../../../src/core/exactJson.ts";
import { layOutJson } from "../../../webview/token/jsonTokens.ts";
import { keyFor, NOW, providerOf, sampleValues } from "./providers/orders.ts";
import { neighbourOf, numbers, partOf } from "./numbers.ts";
import { known, nobody } from "./token/known.ts";

/** A Custom token of these claims and header members and nothing else but `alg`. */
const bare = { typ: "none", issuedAt: "none", notBefore: "none", jtiBytes: "0" };

const secret = new TextEncoder().encode("0123456789abcdef0123456789abcdef");
const hmac = { name: "HMAC", hash: "SHA-256" };
const hs256 = crypto.subtle.importKey("raw", secret, hmac, false, ["sign"]);

const customOrder = (claims: string, header: string): TokenOrder => ({
  provider: providerOf("custom"),
  values: { ...bare, alg: "HS256", claims, header },
  now: NOW,
});

/** Numbers in every place that a claims set has. */
const textWith = (number: string) =>
  `{"n":${number},"deep":{"list":[${number},{"n":${number}}]},"__proto__":${number}}`;

for (const number of numbers) {
  test(`${number} as a claim and as a header member is minted as it was typed`, async () => {
    const typed = textWith(number);
    const spread = typed.replaceAll(/([:,])/g, " $1\n ");

    const compact = await mint({ ...customOrder(spread, spread), key: await hs256 });

    assert.equal(partOf(compact, 1), typed);
    assert.equal(partOf(compact, 0), `{"alg":"HS256",${typed.slice(1)}`);
    const verified = await compactVerify(compact, secret);
    assert.equal(new TextDecoder().decode(verified.payload), typed);
  });

  test(`${number} is minted as it was typed without a signature too, and is so in the preview`, async () => {
    const order = customOrder(textWith(number), textWith(number));
    const unsigned = { ...order, values: { ...order.values, alg: "none" } };

    const compact = await mint(unsigned);

    const { header, claims } = preview(unsigned);
    assert.deepEqual([partOf(compact, 0), partOf(compact, 1)], [exactText(header), exactText(claims)]);
    assert.equal(partOf(compact, 1), textWith(number));
  });

  test(`${number} among a service's extra claims and header members is minted as it was typed`, async () => {
    for (const provider of providers.filter(({ id }) => id !== "custom")) {
      const added = `"x":${number},"__proto__":{"y":[${number}]}`;
      const values = { ...sampleValues[provider.id], extraClaims: `{${added}}`, extraHeader: `{ ${added} }` };
      const order = { provider, values, now: NOW };

      const compact = await mint({ ...order, key: (await keyFor(provider.algs[0])).key });

      assert.ok(partOf(compact, 0).endsWith(`,${added}}`), provider.id);
      assert.ok(partOf(compact, 1).endsWith(`,${added}}`), provider.id);
      const profile = { name: "p", provider: provider.id, key: "k", values };
      assert.deepEqual(originOf(decode(compact), known([profile])).profiles, [profile], provider.id);
    }
  });

  test(`a token with ${number} shows it so, everywhere`, async () => {
    const json = textWith(number);
    const compact = await new CompactSign(Buffer.from(json)).setProtectedHeader({ alg: "HS256" }).sign(secret);
    const laidOut = layOutJson(json)
      .map(({ text }) => text)
      .join("");

    for (const shown of [payloadText(compact), decodedText(compact), laidOut]) {
      assert.equal(shown.split(/[\s,]+/).filter((piece) => piece === number).length, 4, shown);
    }
  });

  test(`a token with ${number} is edited and signed again with the same claims, byte for byte`, async () => {
    const json = textWith(number);
    const compact = await new CompactSign(Buffer.from(json)).setProtectedHeader({ alg: "HS256" }).sign(secret);

    const { provider, values } = valuesOf(decode(compact));
    const again = await mint({ provider, values, now: NOW + 100, key: await hs256 });

    assert.equal(provider.id, "custom");
    assert.equal(again, compact);
  });

  test(`a token with ${number} differs from one with another last digit, and comes from another profile`, async () => {
    const [compact, other] = await Promise.all(
      [number, neighbourOf(number)].map(async (each) =>
        mint({ ...customOrder(textWith(each), "{}"), key: await hs256 }),
      ),
    );
    const profiles = [number, neighbourOf(number)].map((each) => ({
      name: each,
      provider: "custom",
      key: "k",
      values: customOrder(textWith(each), "{}").values,
    }));

    assert.deepEqual(differences(compact ?? "", other ?? ""), { header: [], claims: ["n", "deep", "__proto__"] });
    assert.deepEqual(
      originOf(decode(compact ?? ""), known(profiles)).profiles.map(({ name }) => name),
      [number],
    );
  });
}

test("members keep their order, names that look like indices included", async () => {
  const typed = '{"b":1,"2":2,"a":{"1":0,"0":1},"1":3}';

  const compact = await mint({ ...customOrder(typed, "{}"), key: await hs256 });

  assert.equal(partOf(compact, 1), typed);
});

test("a token that names a member twice leads to a form that has both, and says so", async () => {
  const json = '{"sub":"a","n":1.0,"sub":"b"}';
  const compact = await new CompactSign(Buffer.from(json)).setProtectedHeader({ alg: "HS256" }).sign(secret);

  const { provider, values } = valuesOf(decode(compact));

  assert.equal(String(values["claims"]).replaceAll(/\s/g, ""), json);
  await assert.rejects(mint({ provider, values, now: NOW, key: await hs256 }), /line 4, column 3 names "sub" again/);
});

test("a number that a parser cannot hold is found, and told with its digits", async () => {
  const large = ["12345678901234567890", "9007199254740993", "-9223372036854775808", "1e400"];
  for (const number of large) {
    const compact = await mint({ ...customOrder(`{"account":${number},"exp":${NOW + 60}}`, "{}"), key: await hs256 });

    const { findings } = await inspectToken({ compact, keys: [], profiles: nobody, now: NOW });

    const found = findings.find(({ code }) => code === "NUMBER_TOO_LARGE");
    assert.match(found?.message ?? "", new RegExp(`"account" is ${number}, which is larger`));
  }
});

test("a finding about a claim tells the claim's own digits", async () => {
  const claims = `{"clientId":12345678901234567890,"iat":${NOW},"exp":1.7600000E12}`;
  const order = { ...customOrder(claims, "{}"), values: { ...bare, typ: "JWT", alg: "HS256", claims } };
  const compact = await mint({ ...order, key: await hs256 });

  const { findings } = await inspectToken({ compact, keys: [], profiles: nobody, now: NOW });

  const messages = findings.map(({ message }) => message).join("\n");
  assert.match(messages, /clientId is 12345678901234567890, but Partner API expects a text/);
  assert.match(messages, /exp is 1\.7600000E12, which looks like milliseconds/);
});
