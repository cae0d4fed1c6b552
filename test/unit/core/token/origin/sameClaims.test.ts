import assert from "node:assert/strict";
import { test } from "node:test";
import type { MintOrder } from "../../../../../src/core/profile.ts";
import { signedClaims } from "../../../../../src/core/token/origin/sameClaims.ts";
import { sampleValues } from "../../providers/orders.ts";

const custom = (claims: string, more = {}) => ({ provider: "custom", key: "k", values: { claims, ...more } });
const lirium = (values: Record<string, string | number>) => ({ provider: "lirium", key: "k", values });

const givesSameClaims = (one: MintOrder, other: MintOrder) =>
  signedClaims(one) !== undefined && signedClaims(one) === signedClaims(other);

test("each provider's order gives the same claims as itself, and other ones for another key or provider", () => {
  for (const [provider, values = {}] of Object.entries(sampleValues)) {
    const order = { provider, key: "k", values };

    assert.ok(givesSameClaims(order, { ...order }), provider);
    assert.equal(givesSameClaims(order, { ...order, key: "other" }), false, provider);
    assert.equal(givesSameClaims(order, { ...order, provider: "mars" }), false, provider);
  }
  assert.equal(givesSameClaims({ provider: "mars", values: {} }, { provider: "mars", values: {} }), false);
});

test("blanks, the order of members, defaults, lifetime and environment make no other claims", () => {
  const same = [
    [custom('{"sub":"a","roles":{"x":1,"y":[1,2]}}'), custom(' { "roles": {"y": [1, 2],\n"x": 1}, "sub":"a" } ')],
    [custom("{}"), custom("")],
    [
      custom("{}"),
      custom("{}", { alg: "RS256", typ: "at+jwt", header: '{"x":1}', expires: "2100-01-01T00:00:00Z", jtiBytes: 0 }),
    ],
    [custom("{}"), { ...custom("{}"), lifetime: 60, environment: "https://a.test", variable: "v", name: "n" }],
    [lirium({ apiKey: "a" }), lirium({ apiKey: " a ", extraClaims: "", extraHeader: '{"x": 1}', unknown: "u" })],
    [lirium({ apiKey: 5 }), lirium({ apiKey: "5" })],
    [custom('{"a":1,"b":100000}'), custom('{"a":1.0,"b":1E5}')],
  ] as const;

  for (const [one, other] of same) {
    assert.ok(givesSameClaims(one, other), JSON.stringify([one, other]));
    assert.ok(givesSameClaims(other, one), JSON.stringify([other, one]));
  }
});

test("another claim, value or order of a list makes other claims", () => {
  const others = [
    [custom('{"sub":"a"}'), custom('{"sub":"b"}')],
    [custom('{"sub":"a"}'), custom('{"sub":"a","admin":true}')],
    [custom('{"a":[1,2]}'), custom('{"a":[2,1]}')],
    [lirium({ apiKey: "a" }), lirium({ apiKey: "b" })],
    [lirium({ apiKey: "a" }), lirium({ apiKey: "a", extraClaims: '{"sub":"x"}' })],
    [custom("{"), custom("{")],
  ] as const;

  for (const [one, other] of others) assert.equal(givesSameClaims(one, other), false, JSON.stringify([one, other]));
});
