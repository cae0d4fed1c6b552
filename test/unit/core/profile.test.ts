import assert from "node:assert/strict";
import { test } from "node:test";
import { environmentOf, readProfile } from "../../../src/core/profile.ts";
import { assertLinear } from "../linear.ts";
import { providerOf } from "./providers/orders.ts";

test("a profile written by hand is read with what it has, without what it does not know", () => {
  const profile = {
    name: " Lirium ",
    provider: "lirium",
    key: "k",
    values: { apiKey: "a" },
    lifetime: 60,
    variable: "v",
    more: 1,
  };

  assert.deepEqual(readProfile(profile), {
    name: " Lirium ",
    provider: "lirium",
    key: "k",
    values: { apiKey: "a" },
    lifetime: 60,
    variable: "v",
  });
});

test("a profile without values has none", () => {
  assert.deepEqual(readProfile({ name: "n", provider: "custom" }), { name: "n", provider: "custom", values: {} });
});

test("what is no profile is refused with what is wrong", () => {
  const complete = { name: "n", provider: "lirium", key: "k", values: {} };
  for (const wrong of [null, [], "x", {}, { ...complete, name: " " }]) {
    assert.throws(() => readProfile(wrong), { code: "ARGUMENT_INVALID" });
  }
  const changes = [
    { provider: 1 },
    { key: 1 },
    { values: [] },
    { values: { a: {} } },
    { lifetime: "1" },
    { environment: 1 },
    { variable: 1 },
    { variable: "not-one" },
  ];
  for (const change of changes)
    assert.throws(() => readProfile({ ...complete, ...change }), { code: "PROFILE_INVALID" });
});

test("an environment is one of the provider's by name, a base URL, or the provider's first", () => {
  const helpLightning = providerOf("help-lightning");

  assert.equal(environmentOf(helpLightning, "eu1").url, "https://api.eu1.helplightning.net");
  assert.equal(environmentOf(helpLightning, "http://127.0.0.1:4010/").url, "http://127.0.0.1:4010");
  assert.equal(environmentOf(helpLightning, undefined).name, "us");
  assert.throws(() => environmentOf(helpLightning, "mars"), { code: "ENVIRONMENT_UNKNOWN" });
});

const urlOf = (named: string) => environmentOf(providerOf("lirium"), named).url;
const slashes = (length: number) => `https://${"/".repeat(length)}x`;

test("a base URL with any number of slashes is read no longer than it is long", async () => {
  assert.equal(urlOf("https://a.test//b///"), "https://a.test//b");
  await assertLinear("slashes", { make: slashes, work: urlOf }, 2 ** 13);
});
