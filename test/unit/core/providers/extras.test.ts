import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../../../src/core/token/read/decode.ts";
import { mint } from "../../../../src/core/token/mint/mint.ts";
import { originOf } from "../../../../src/core/token/origin/origin.ts";
import { providers } from "../../../../src/core/providers/index.ts";
import { crafted as craft, previewed as preview } from "../plain.ts";
import { keyFor, NOW, providerOf, sampleValues } from "./orders.ts";
import { known } from "../token/known.ts";

const extras = { extraHeader: '{"x-test": true}', extraClaims: '{"https://a.example/role": ["admin"]}' };
const services = providers.filter(({ id }) => id !== "custom");

test("each service's token takes further header members and claims, behind its own", () => {
  for (const provider of services) {
    const values = sampleValues[provider.id] ?? {};
    const order = { provider, now: NOW, random: () => "r" };
    const plain = craft({ ...order, values });

    const { header, claims } = craft({ ...order, values: { ...values, ...extras } });

    assert.deepEqual(header, { ...plain.header, "x-test": true }, provider.id);
    assert.deepEqual(Object.keys(claims), [...Object.keys(plain.claims), "https://a.example/role"], provider.id);
  }
});

test("a member that the service's rules set cannot be set again, nor is anything but an object taken", () => {
  const taken = [
    { extraHeader: '{"alg":"none"}' },
    { extraHeader: '{"crit":["a"],"a":1}' },
    { extraClaims: '{"iss":"another"}' },
    { extraClaims: "[1]" },
    { extraClaims: '{"a":1,}' },
  ];
  for (const values of taken) {
    const order = { provider: providerOf("lirium"), values: { apiKey: "k", ...values }, now: NOW };

    assert.throws(() => craft(order), { code: "INPUT_INVALID" });
    assert.deepEqual([...preview(order).faults.keys()], Object.keys(values));
    assert.deepEqual(preview(order).claims, { iss: "k", iat: NOW });
  }
});

test("a token with further claims is traced to the profile that adds them, and to no other", async () => {
  const provider = providerOf("lirium");
  const values = { apiKey: "k", ...extras };
  const profile = { name: "adds", provider: "lirium", values };
  const others = [
    { ...profile, name: "adds nothing", values: { apiKey: "k" } },
    { ...profile, name: "adds another", values: { ...values, extraClaims: '{"a":1}' } },
  ];

  const token = decode(await mint({ provider, values, ...(await keyFor("RS512")), now: NOW }));

  assert.deepEqual(originOf(token, known([...others, profile])), { provider, profiles: [profile] });
  assert.deepEqual(originOf(token, known(others)), { provider: undefined, profiles: [] });
});
