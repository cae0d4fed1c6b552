import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { editsForToken } from "../../../src/core/http/edit.ts";
import { deliveryOf } from "../../../src/core/jwt/delivery.ts";
import { algOf } from "../../../src/core/jwt/craft.ts";
import { mint } from "../../../src/core/jwt/mint.ts";
import { readKey } from "../../../src/core/keys/read.ts";
import { signingKey } from "../../../src/core/keys/signingKey.ts";
import { findProvider } from "../../../src/core/providers/index.ts";
import type { InputValues } from "../../../src/core/providers/provider.ts";
import { makeDemoFolder } from "../../demo/demoFolder.ts";
import { type DemoKeys, generateDemoKeys } from "../../demo/demoKeys.ts";
import { demoValues } from "../../demo/demoValues.ts";
import { type PartnerApi, startPartnerApi } from "../../demo/partnerApi.ts";
import { newRunFolder } from "../../host/folders.ts";
import { sendWithHttpyac } from "../../host/httpyac.ts";
import { applyEdits } from "../core/http/applyEdits.ts";

const folder = newRunFolder("expiry");
let keys: DemoKeys;
let api: PartnerApi;

before(async () => {
  keys = await generateDemoKeys();
  api = await startPartnerApi(keys);
  makeDemoFolder(folder, keys, api.port);
});
after(() => api.close());

const values: Readonly<Record<keyof DemoKeys, InputValues>> = {
  lirium: demoValues.lirium,
  "happy-pathology": demoValues.happyPathology,
  "help-lightning": demoValues.helpLightning,
  "app-store-connect": demoValues.appStoreConnect,
  "partner-api": demoValues.partnerApi,
  custom: { alg: "RS256", claims: '{"sub":"demo-user"}' },
};

/** Puts a token that was minted at `now` into the provider's demo request. */
async function insert(id: keyof DemoKeys, now: number): Promise<string> {
  const provider = findProvider(id);
  assert.ok(provider);
  const alg = algOf(provider, values[id]);
  assert.ok(alg !== "none");
  const { key } = await readKey(keys[id].secret, { alg });
  const lifetime = id === "custom" ? { lifetime: 60 } : {};
  const compact = await mint({ provider, values: values[id], now, key: await signingKey(key, alg), ...lifetime });
  const file = join(folder, `${id}.http`);
  const text = readFileSync(file, "utf8");
  const line = text.split("\n").findIndex((request) => request.startsWith("GET "));
  const { edits } = editsForToken(text, [{ line, character: 0 }], deliveryOf(compact, provider, values[id]), {
    as: "header",
  });
  writeFileSync(file, applyEdits(text, edits));
  return file;
}

for (const id of Object.keys(values) as (keyof DemoKeys)[]) {
  test(`httpYac's request for ${id} is refused with an old token and accepted with a fresh one in its place`, async () => {
    const now = Date.now() / 1000;

    assert.deepEqual(await sendWithHttpyac(await insert(id, now - 7200)), [401]);
    assert.deepEqual(await sendWithHttpyac(await insert(id, now)), [200]);
  });
}
