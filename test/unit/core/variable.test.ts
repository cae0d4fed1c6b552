import assert from "node:assert/strict";
import { test } from "node:test";
import type { Profile } from "../../../src/core/profile.ts";
import { checkVariable, environmentName, liveVariables, variableFor } from "../../../src/core/variable.ts";

const profile = (name: string, variable?: string): Profile => ({
  name,
  provider: "lirium",
  values: {},
  ...(variable === undefined ? {} : { variable }),
});

test("a variable has its spelling as an environment variable", () => {
  const names = ["liriumToken", "LIRIUM_TOKEN", "token2", "appStoreConnectToken", "my_token", "_1Token", "aJWT"];

  assert.deepEqual(names.map(environmentName), [
    "LIRIUM_TOKEN",
    "LIRIUM_TOKEN",
    "TOKEN2",
    "APP_STORE_CONNECT_TOKEN",
    "MY_TOKEN",
    "_1_TOKEN",
    "A_JWT",
  ]);
});

test("a provider's variable is named after it", () => {
  assert.deepEqual(["lirium", "app-store-connect", "Ünïcode Ltd.", "2fa", ""].map(variableFor), [
    "liriumToken",
    "appStoreConnectToken",
    "nCodeLtdToken",
    "_2faToken",
    "token",
  ]);
});

test("of two profiles with one environment variable the first has it", () => {
  const profiles = [profile("none"), profile("first", "liriumToken"), profile("second", "LIRIUM_TOKEN")];

  assert.deepEqual(liveVariables(profiles), [
    { variable: "liriumToken", environmentName: "LIRIUM_TOKEN", profile: "first" },
  ]);
});

test("a name that is no identifier or another profile's is refused", () => {
  const profiles = [profile("first", "liriumToken"), profile("second")];

  for (const name of ["", "1a", "a-b", "a b", "$a", "é", "a".repeat(101)]) {
    assert.throws(() => checkVariable(name, "second", profiles), { code: "VARIABLE_NAME_INVALID" });
  }
  assert.throws(() => checkVariable("LIRIUM_TOKEN", "second", profiles), { code: "VARIABLE_TAKEN" });
  checkVariable("LIRIUM_TOKEN", "first", profiles);
});
