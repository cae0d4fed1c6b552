import assert from "node:assert/strict";
import { test } from "node:test";
import { formValues, mendedValues } from "../../../../src/panel/token/formValues.ts";
import { known } from "../../core/token/known.ts";
import { compactOf } from "../../../tokens.ts";

const liriumToken = (iss: string) => compactOf({ alg: "RS512", typ: "JWT" }, { iss, iat: 1000 });
const profile = { name: "sandbox", provider: "lirium", key: "my key", values: { apiKey: "the-right-key" } };

test("a token fills the form of its provider, with the key of the profile that gives the same token", () => {
  assert.deepEqual(formValues(liriumToken("the-right-key"), known([profile])), {
    provider: "lirium",
    values: { apiKey: "the-right-key" },
    key: "my key",
  });
  assert.deepEqual(formValues(liriumToken("another-key"), known([profile])), {
    provider: "lirium",
    values: { apiKey: "another-key" },
  });
});

test("a wrong value is mended with what the finding knows, else with what the provider's only profile has", () => {
  const wrong = liriumToken("your_api_key");
  const mended = (value: string, profiles: readonly (typeof profile)[]) =>
    mendedValues(wrong, known(profiles), { input: "apiKey", value });

  assert.deepEqual(mended("known", []), { provider: "lirium", values: { apiKey: "known" }, focus: "apiKey" });
  assert.deepEqual(mended("", [profile]), {
    provider: "lirium",
    values: { apiKey: "the-right-key" },
    key: "my key",
    focus: "apiKey",
  });
  const both = mended("", [profile, { ...profile, name: "production" }]);
  assert.deepEqual(both, { provider: "lirium", values: { apiKey: "your_api_key" }, focus: "apiKey" });
});
