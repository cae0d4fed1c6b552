import assert from "node:assert/strict";
import { test } from "node:test";
import { exactText } from "../../../../src/core/exactJson.ts";
import type { UserError } from "../../../../src/core/errors.ts";
import { checkInput } from "../../../../src/core/providers/inputs.ts";
import type { InputValues } from "../../../../src/core/providers/provider.ts";
import { craft } from "../../../../src/core/token/mint/craft.ts";
import { preview } from "../../../../src/core/token/mint/preview.ts";
import { NOW, providerOf } from "./orders.ts";

/** Each field for JSON, and how it is filled. */
const fields: readonly (readonly [provider: string, input: string, others: InputValues])[] = [
  ["custom", "claims", { alg: "HS256" }],
  ["custom", "header", { alg: "HS256", claims: "{}" }],
  ["partner-api", "extraClaims", { clientId: "c" }],
  ["partner-api", "extraHeader", { clientId: "c" }],
];

/** The refusal of a text in a field, which the palette, the form and minting share. */
function refusal([id, inputId, others]: (typeof fields)[number], text: string): string {
  const provider = providerOf(id);
  const input = provider.inputs.find((each) => each.id === inputId) ?? assert.fail(inputId);
  const fault = checkInput(input, text);
  const order = { provider, values: { ...others, [inputId]: text }, now: NOW };
  assert.equal(preview(order).faults.get(inputId)?.message, fault?.message);
  assert.throws(
    () => craft(order),
    (error: UserError) => error.code === "INPUT_INVALID" && error.message === fault?.message,
  );
  return fault?.message ?? "";
}

for (const field of fields) {
  const name = `${field[0]}'s ${field[1]}`;

  test(`a name that stands twice in ${name} is refused with its place`, () => {
    assert.match(refusal(field, '{"a": 1, "a": 2}'), /line 1, column 10 names "a" again/);
    assert.match(
      refusal(field, '{\n  "a": {\n    "b": 1,\n    "\\u0062": 2\n  }\n}'),
      /line 4, column 5 names "b" again/,
    );
    assert.match(refusal(field, '{"\u202e":1,"\u202e":2}'), /names "\\u202e" again/);
  });

  test(`what is nested more than 200 deep in ${name} is refused with a sentence, however deep`, () => {
    for (const depth of [201, 5000, 40_000]) {
      const text = `${'{"a":'.repeat(depth - 1)}{}${"}".repeat(depth - 1)}`;
      if (text.length <= 100_000)
        assert.match(refusal(field, text), /line 1, column 1001 is nested more than 200 deep/);
      assert.match(refusal(field, `{"a":${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`), /more than 200 deep/);
    }
    assert.match(refusal(field, `{"a":${"[".repeat(60_000)}${"]".repeat(60_000)}}`), /longer than 100,000 characters/);
  });
}

test("what is nested 200 deep is minted", () => {
  const claims = `{"a":${"[".repeat(199)}${"]".repeat(199)}}`;

  craft({ provider: providerOf("custom"), values: { alg: "HS256", claims }, now: NOW });
});

const claimsWith = (clientId: number) => () =>
  exactText(craft({ provider: providerOf("partner-api"), values: { clientId }, now: NOW }).claims);

test("a numeric value that was rounded before it could be read is refused, one that is exact is taken", () => {
  for (const number of [
    12345678901234567000,
    9007199254740992,
    -9223372036854776000,
    1e21,
    Infinity,
    0.12345678901234568,
  ]) {
    assert.throws(claimsWith(number), /Client ID is not right: a number this long is rounded .* must stand in quotes/);
  }
  for (const number of [54344, -9007199254740991, 0.123456789012345, 1760000000.5]) {
    assert.match(claimsWith(number)(), new RegExp(`"clientId":"${number}"`));
  }
});
