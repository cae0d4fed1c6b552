import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { InsertOptions, TokenDelivery } from "../../../src/core/http/insert/edit.ts";
import { sampleFile } from "../../../src/core/http/files/sampleFile.ts";
import { deliveryOf } from "../../../src/core/token/mint/delivery.ts";
import { algOf } from "../../../src/core/token/mint/craft.ts";
import { mint } from "../../../src/core/token/mint/mint.ts";
import { readKey } from "../../../src/core/keys/read/read.ts";
import { signingKey } from "../../../src/core/keys/hostKey.ts";
import { findProvider } from "../../../src/core/providers/index.ts";
import type { InputValues } from "../../../src/core/providers/provider.ts";
import { makeDemoFolder } from "../../demo/demoFolder.ts";
import { type DemoKeys, generateDemoKeys } from "../../demo/demoKeys.ts";
import { demoValues } from "../../demo/demoValues.ts";
import { type PartnerApi, startPartnerApi } from "../../demo/partnerApi.ts";
import { newRunFolder } from "../../host/harness/folders.ts";
import { sendWithHttpyac } from "../../host/harness/httpyac.ts";
import { applyEdits } from "../core/http/applyEdits.ts";
import { editsForToken } from "../core/http/atOnce.ts";

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

/** A token that was minted at `now`, and how the service wants it. */
async function delivery(id: keyof DemoKeys, now: number): Promise<TokenDelivery> {
  const provider = findProvider(id);
  assert.ok(provider);
  const alg = algOf(provider, values[id]);
  assert.ok(alg !== "none");
  const { key } = await readKey(keys[id].secret, { alg });
  const lifetime = id === "custom" ? { lifetime: 60 } : {};
  const compact = await mint({ provider, values: values[id], now, key: await signingKey(key, alg), ...lifetime });
  return deliveryOf(compact, provider, values[id]);
}

/** Gives the first request of a file its token. */
function insert(name: string, token: TokenDelivery, as: InsertOptions["as"]): string {
  const file = join(folder, name);
  const text = readFileSync(file, "utf8");
  const line = text.split("\n").findIndex((request) => /^(GET|POST) /.test(request));
  writeFileSync(file, applyEdits(text, editsForToken(text, [{ line, character: 0 }], token, { as }).edits));
  return file;
}

/** The provider's own file of sample requests, with the profile's environment on this machine. */
function writeSample(id: keyof DemoKeys): string {
  const provider = findProvider(id);
  assert.ok(provider);
  const profile = { name: id, provider: id, values: values[id], environment: `http://127.0.0.1:${api.port}/${id}` };
  writeFileSync(join(folder, `${id}.sample.http`), sampleFile(provider, profile));
  return `${id}.sample.http`;
}

for (const id of Object.keys(values) as (keyof DemoKeys)[]) {
  test(`httpYac's request for ${id} is refused with an old token and accepted with a fresh one in its place`, async () => {
    const now = Date.now() / 1000;
    const [old, fresh] = [await delivery(id, now - 7200), await delivery(id, now)];

    assert.deepEqual(await sendWithHttpyac(insert(`${id}.http`, old, "header")), [401]);
    assert.deepEqual(await sendWithHttpyac(insert(`${id}.http`, fresh, "header")), [200]);
  });

  test(`the sample request of ${id} is refused before it has a token and with an old one, and accepted with a fresh one`, async () => {
    const now = Date.now() / 1000;
    const [old, fresh] = [await delivery(id, now - 7200), await delivery(id, now)];
    const sample = writeSample(id);

    assert.deepEqual(await sendWithHttpyac(join(folder, sample)), [401]);
    assert.deepEqual(await sendWithHttpyac(insert(sample, old, "variable")), [401]);
    assert.deepEqual(await sendWithHttpyac(insert(sample, fresh, "variable")), [200]);
  });
}
