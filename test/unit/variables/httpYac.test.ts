import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import httpyac from "httpyac";
import { withoutFiles } from "../httpyacFiles.ts";
import { importPKCS8 } from "jose";
import { createPrivateKey } from "node:crypto";
import { generateDemoKeys } from "../../demo/demoKeys.ts";
import { demoValues } from "../../demo/demoValues.ts";
import { type PartnerApi, startPartnerApi } from "../../demo/partnerApi.ts";
import { mint } from "../../../src/core/token/mint/mint.ts";
import { connectHttpYac, type ProvideVariables } from "../../../src/variables/httpYac.ts";
import { providerOf } from "../core/providers/orders.ts";

withoutFiles();

let api: PartnerApi;
let token = "";

before(async () => {
  const keys = await generateDemoKeys();
  api = await startPartnerApi(keys);
  const pem = createPrivateKey(keys.lirium.secret).export({ format: "pem", type: "pkcs8" }).toString();
  const key = await importPKCS8(pem, "RS512");
  token = await mint({ provider: providerOf("lirium"), values: demoValues.lirium, now: Date.now() / 1000, key });
});

after(() => api.close());

const request = () => `GET http://127.0.0.1:${api.port}/lirium/v1/partner\nAuthorization: Bearer {{liriumToken}}\n`;

/** httpYac's extension as others see it: the real store, and documents that are parsed once. */
function httpYacExtension() {
  const store = new httpyac.store.HttpFileStore();
  const exports = { httpyac, documentStore: { clear: () => store.clear() } };
  const send = async (text: string) => {
    const httpFile = await store.getOrCreate("/requests.http", () => Promise.resolve(text), 1, { workingDir: "/" });
    const [httpRegion] = httpFile.httpRegions;
    assert.ok(httpRegion);
    let status: number | undefined;
    const logResponse = async (response: { readonly statusCode: number } | undefined) => {
      status = response?.statusCode;
      return Promise.resolve();
    };
    await httpyac.send({ httpFile, httpRegion, logResponse }).catch(() => false);
    return status;
  };
  return { exports, send };
}

const provideToken: ProvideVariables = async (uses) => {
  const entries = uses("liriumToken") ? [["liriumToken", token]] : [];
  return Promise.resolve(Object.fromEntries(entries) as Record<string, string>);
};

test("httpYac sends the variable with a fresh token at each send, also from a file that was parsed before", async () => {
  const { exports, send } = httpYacExtension();
  assert.notEqual(await send(request()), 200);
  let asked = 0;

  const disconnect = connectHttpYac(exports, async (uses) => {
    asked += 1;
    return provideToken(uses);
  });

  assert.equal(await send(request()), 200);
  assert.equal(await send(request()), 200);
  assert.equal(asked, 2);
  disconnect?.();
  assert.equal(asked, 2);
});

test("when it is switched off, the variable is gone", async () => {
  const { exports, send } = httpYacExtension();
  const plugins = Object.keys(httpyac.store.pluginStore);
  const disconnect = connectHttpYac(exports, provideToken);
  assert.equal(await send(request()), 200);

  disconnect?.();

  assert.notEqual(await send(request()), 200);
  assert.deepEqual(Object.keys(httpyac.store.pluginStore), plugins);
});

test("only a file that names the variable, or imports another, is given it", async () => {
  const { exports, send } = httpYacExtension();
  const given: boolean[] = [];
  const disconnect = connectHttpYac(exports, async (uses) => {
    given.push(uses("liriumToken"));
    return Promise.resolve({});
  });
  const url = `http://127.0.0.1:${api.port}/`;

  await send(`GET ${url}\n`);
  exports.documentStore.clear();
  await send(`# @import ./other.http\nGET ${url}\n`);
  exports.documentStore.clear();
  await send(`GET ${url}\nAuthorization: {{liriumToken}}\n`);

  assert.deepEqual(given, [false, true, true]);
  disconnect?.();
});

test("an API of another shape is left alone", () => {
  for (const other of [undefined, null, 1, {}, { httpyac: {} }, { httpyac: { store: { pluginStore: {} } } }]) {
    assert.equal(connectHttpYac(other, provideToken), undefined);
  }
});
