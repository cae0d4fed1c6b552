import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { withContributions } from "../../.ci/manifest/contributions.ts";
import packageJson from "../../package.json" with { type: "json" };
import { isVariableName } from "../../src/core/profile.ts";
import { inputInvalid } from "../../src/core/providers/errors.ts";
import { providers } from "../../src/core/providers/index.ts";
import { checkInput } from "../../src/core/providers/inputs.ts";
import type { Provider } from "../../src/core/providers/provider.ts";
import { panelViewType } from "../../src/manifest.ts";

interface Schema {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
  readonly maximum?: number;
  readonly pattern?: string;
  readonly description?: string;
  readonly patternErrorMessage?: string;
}

const { activationEvents, contributes } = packageJson;
const { items } = contributes.configuration.properties["jwtMint.profiles"];

/** What the schema of profiles says of a provider. */
function ruleOf({ id }: Provider): Schema {
  const rules: readonly { readonly if: { readonly properties: { readonly provider: { readonly const: string } } } }[] =
    items.allOf;
  const rule = rules.find(({ if: condition }) => condition.properties.provider.const === id);
  assert.ok(rule, id);
  return (rule as unknown as { readonly then: Schema }).then;
}

test("package.json is what `npm run manifest` writes", () => {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");

  assert.equal(`${JSON.stringify(withContributions(packageJson), null, 2)}\n`, text);
});

test("no two commands have one id or one title", () => {
  const { commands } = contributes;

  assert.equal(new Set(commands.map(({ command }) => command)).size, commands.length);
  assert.equal(new Set(commands.map(({ title }) => title)).size, commands.length);
});

test("Mint … token commands carry no category; the five services have one, and Custom has none", () => {
  const titles = contributes.commands.flatMap((command) => ("category" in command ? [] : [command.title]));

  assert.ok(titles.every((title) => /^Mint .+ token$/.test(title)));
  for (const name of ["Lirium", "Happy Pathology", "Help Lightning", "App Store Connect", "Partner API"]) {
    assert.ok(titles.includes(`Mint ${name} token`), name);
  }
  assert.ok(!titles.includes("Mint Custom JWT token"));
});

test("the schema of profiles takes the values that are minted with, and no others", () => {
  for (const provider of providers) {
    const { values } = ruleOf(provider).properties;
    assert.ok(values, provider.id);
    assert.deepEqual(
      Object.keys(values.properties),
      provider.inputs.map(({ id }) => id),
    );
    for (const input of provider.inputs.filter(({ pattern }) => pattern !== undefined)) {
      const pattern: RegExp = new RegExp(values.properties[input.id]?.pattern ?? "", "u");
      for (const text of ["", "a", " a ", "a b", "54344", "57246542-96fe-1a63-e053-0824d011072a", "2X9R4HXF34", "é"]) {
        if (text === "" && input.fromKid === true) continue;
        assert.equal(pattern.test(text), checkInput(input, text) === undefined, `${provider.id} ${input.id} "${text}"`);
      }
    }
  }
});

test("the schema of profiles explains a value as the form does", () => {
  const [lirium] = providers;
  assert.ok(lirium);

  const { apiKey, extraClaims } = ruleOf(lirium).properties["values"]?.properties ?? {};

  const [input] = lirium.inputs;
  assert.equal(apiKey?.description, `${input?.help} ${input?.where}`);
  assert.equal(apiKey?.patternErrorMessage, inputInvalid("API key", "an API key has no spaces").message);
  assert.match(extraClaims?.description ?? "", /, as a JSON object\. .+ In settings, write the JSON as a string\.$/);
});

test("the schema of profiles takes each provider's environments and lifetimes", () => {
  const rules = Object.fromEntries(providers.map((provider) => [provider.id, JSON.stringify(ruleOf(provider))]));

  assert.match(rules["help-lightning"] ?? "", /"enum":\["us","eu1"\]/);
  assert.match(rules["app-store-connect"] ?? "", /"lifetime":\{"maximum":15777000\}/);
  assert.match(rules["happy-pathology"] ?? "", /"lifetime":\{"maximum":3600\}/);
  assert.match(rules["lirium"] ?? "", /"lifetime":false/);
  assert.doesNotMatch(rules["custom"] ?? "", /lifetime"/);
});

test("the profile that completion proposes is one that its provider takes", () => {
  for (const { body } of items.defaultSnippets) {
    const provider = providers.find(({ id }) => id === body.provider);
    assert.ok(provider);
    assert.deepEqual(Object.keys(body.values), ruleOf(provider).properties["values"]?.required);
  }
});

test("the schema of profiles takes the variables that profiles are read with", () => {
  const pattern = new RegExp(items.properties.variable.pattern, "u");

  for (const name of ["liriumToken", "_a1", "A".repeat(100), "A".repeat(101), "", "1a", "a-b", "a b", "é", "a\n"]) {
    assert.equal(pattern.test(name), isVariableName(name), name);
  }
});

test("a panel that was open when the window closed wakes the extension", () => {
  assert.ok(activationEvents.includes(`onWebviewPanel:${panelViewType}`));
});
