import assert from "node:assert/strict";
import { test } from "node:test";
import { exactText } from "../../../../src/core/exactJson.ts";
import type { UserError } from "../../../../src/core/errors.ts";
import type { InputValues } from "../../../../src/core/providers/provider.ts";
import { craft, type TokenOrder } from "../../../../src/core/token/mint/craft.ts";
import { preview } from "../../../../src/core/token/mint/preview.ts";
import { signedClaims } from "../../../../src/core/token/origin/sameClaims.ts";
import { NOW, providerOf } from "./orders.ts";

/** Nothing but what is typed. */
const bare = { alg: "HS256", issuedAt: "none", notBefore: "none", jtiBytes: "0" };

const order = (values: InputValues, rest: Partial<TokenOrder> = {}): TokenOrder => ({
  provider: providerOf("custom"),
  values: { ...bare, ...values },
  now: NOW,
  random: (bytes) => "r".repeat(bytes),
  ...rest,
});

const claimsOf = (claims: string, values: InputValues = { placeholders: "true" }, rest: Partial<TokenOrder> = {}) =>
  exactText(craft(order({ claims, ...values }, rest)).claims);

test("placeholders in claims stay as they were typed unless they are switched on", () => {
  for (const values of [{}, { placeholders: "false" }, { placeholders: false }, { placeholders: "" }]) {
    assert.equal(claimsOf('{"a":"{uuid}","b":"{nothing}"}', values), '{"a":"{uuid}","b":"{nothing}"}');
  }
});

const filled: readonly (readonly [typed: string, claims: string])[] = [
  ['{"a":"{now}"}', `{"a":${NOW}}`],
  ['{"a":"{now+1h}","b":"{now-60}","c":"{now + 1 h 30 min}"}', `{"a":${NOW + 3600},"b":${NOW - 60},"c":${NOW + 5400}}`],
  ['{"a":"{issued+15m}"}', `{"a":${NOW + 900}}`],
  ['{"a":"at {now}, by {alg}"}', `{"a":"at ${NOW}, by HS256"}`],
  ['{"a":["{random}",{"b":"{kid}"}]}', '{"a":["rrrrrrrrrrrrrrrr",{"b":"k1"}]}'],
  ['{"a":"{nanoseconds}"}', `{"a":"${NOW}000000000"}`],
  ['{"a":"{expiry}"}', `{"a":${NOW + 60},"exp":${NOW + 60}}`],
  [
    '{"a":12345678901234567890,"b":"{}","c":"{ x }","d":"{\\"now\\":1}"}',
    '{"a":12345678901234567890,"b":"{}","c":"{ x }","d":"{\\"now\\":1}","exp":1598978556}',
  ],
];

for (const [typed, claims] of filled) {
  test(`placeholders are filled in where they are switched on: ${typed}`, () => {
    const lifetime = claims.includes('"exp"') ? 60 : undefined;
    const made = claimsOf(typed, { placeholders: "true" }, { kid: "k1", lifetime });
    assert.equal(made, claims);
  });
}

test("each uuid is one of its own, and the header is filled in too", () => {
  const { header, claims } = craft(
    order(
      { claims: '{"a":"{uuid}","b":"{uuid}"}', header: '{"kid":"{kid}","x5":"{thumbprint}"}', placeholders: true },
      {
        kid: "k1",
      },
    ),
  );

  const [, a, b] = /^\{"a":"([\da-f-]{36})","b":"([\da-f-]{36})"\}$/.exec(exactText(claims)) ?? [];
  assert.ok(a !== undefined && a !== b);
  // What has no value is left out.
  assert.equal(exactText(header), '{"alg":"HS256","typ":"JWT","kid":"k1"}');
});

const refused: readonly (readonly [typed: string, words: RegExp])[] = [
  ['{"a":{"b":["{nothing}"]}}', /there is no placeholder \{nothing\}; there are \{now\}, \{issued\}, .*\{kid\}/],
  ['{"a":"x {apiKey} y"}', /there is no placeholder \{apiKey\}/],
  ['{"a":"{kid+1h}"}', /\{kid\+1h\} is no moment/],
  ['{"a":"{now+1 fortnight}"}', /now-60, \+15m/],
];

for (const [typed, words] of refused) {
  test(`a placeholder that there is not is refused at the field, in the form and at minting: ${typed}`, () => {
    const wrong = order({ claims: typed, placeholders: "true" });

    assert.match(preview(wrong).faults.get("claims")?.message ?? "", words);
    assert.throws(
      () => craft(wrong),
      ({ code, message }: UserError) =>
        code === "INPUT_INVALID" && message.startsWith("Claims is not right: ") && words.test(message),
    );
  });
}

test("two orders that differ in nothing sign the same claims, though a placeholder gives another value each time", () => {
  const minted = { provider: "custom", key: "k", values: { ...bare, claims: '{"a":"{uuid}"}', placeholders: "true" } };

  assert.equal(signedClaims(minted), signedClaims({ ...minted }));
  assert.notEqual(signedClaims(minted), undefined);
});
