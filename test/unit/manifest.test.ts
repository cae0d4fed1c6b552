import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isVariableName } from "../../src/core/profile.ts";
import { providers } from "../../src/core/providers/index.ts";
import { commandIds, panelViewType } from "../../src/manifest.ts";

interface Schema {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly enum: readonly string[];
  readonly required?: readonly string[];
  readonly maximum?: number;
  readonly pattern?: string;
}
interface ProviderRule {
  readonly if: { readonly properties: { readonly provider: { readonly const: string } } };
  readonly then: Schema;
}
interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when: string }[]>>;
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { readonly items: Schema & { readonly allOf: readonly ProviderRule[] } }>
      >;
    };
  };
}

const { activationEvents, contributes } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
) as Manifest;
const profileSchema = contributes.configuration.properties["jwtMint.profiles"]?.items;

test("the commands of package.json are the ones the extension registers", () => {
  assert.deepEqual(contributes.commands.map(({ command }) => command).toSorted(), [...commandIds].toSorted());
});

test("palette titles carry the category, except the Mint … token ones, which have none", () => {
  for (const { command, title, category } of contributes.commands) {
    const provider = providers.find(({ id }) => command === `jwtMint.mint.${id}`);
    assert.equal(category, provider === undefined ? "JWT Mint" : undefined, command);
    if (provider !== undefined) assert.equal(title, `Mint ${provider.name} token`);
  }
});

test("menus name commands that exist, and listKeys stays out of the palette", () => {
  const ids: readonly string[] = commandIds;
  for (const { command } of Object.values(contributes.menus).flat()) assert.ok(ids.includes(command), command);
  assert.deepEqual(contributes.menus["commandPalette"], [{ command: "jwtMint.listKeys", when: "false" }]);
});

test("every provider but Custom has a Mint … token command", () => {
  const minted = commandIds.flatMap((id) => (id.startsWith("jwtMint.mint.") ? [id.slice("jwtMint.mint.".length)] : []));
  assert.deepEqual(
    minted,
    providers.flatMap(({ id }) => (id === "custom" ? [] : [id])),
  );
});

test("the schema of profiles knows each provider, its inputs and its longest lifetime", () => {
  assert.ok(profileSchema);
  assert.deepEqual(
    profileSchema.properties["provider"]?.enum,
    providers.map(({ id }) => id),
  );
  for (const provider of providers) {
    const rule: ProviderRule | undefined = profileSchema.allOf.find(
      (candidate) => candidate.if.properties.provider.const === provider.id,
    );
    assert.ok(rule, provider.id);
    const values: Schema | undefined = rule.then.properties["values"];
    assert.deepEqual(
      Object.keys(values?.properties ?? {}),
      provider.inputs.map(({ id }) => id),
    );
    const { lifetime } = provider;
    if (lifetime !== undefined) {
      assert.equal(rule.then.properties["lifetime"]?.maximum, lifetime.longer?.max ?? lifetime.max, provider.id);
    }
  }
});

test("the schema of profiles takes the variables that profiles are read with", () => {
  const pattern = new RegExp(profileSchema?.properties["variable"]?.pattern ?? "");

  for (const name of ["liriumToken", "_a1", "A".repeat(100), "A".repeat(101), "", "1a", "a-b", "a b", "é", "a\n"]) {
    assert.equal(pattern.test(name), isVariableName(name), name);
  }
});

test("a panel that was open when the window closed wakes the extension", () => {
  assert.ok(activationEvents.includes(`onWebviewPanel:${panelViewType}`));
});
