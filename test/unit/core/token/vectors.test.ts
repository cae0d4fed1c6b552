import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { inspectToken } from "../../../../src/core/token/inspect/inspect.ts";
import { decryptToken } from "../../../../src/core/token/decrypt/decryptToken.ts";
import { encryptionOf } from "../../../../src/core/token/decrypt/encryption.ts";
import { decode } from "../../../../src/core/token/read/decode.ts";
import { keysFromText } from "../../../../src/core/token/verify/keysFromText.ts";
import { verifyToken } from "../../../../src/core/token/verify/verifyToken.ts";
import { nobody } from "./known.ts";

interface Vector {
  readonly title?: string;
  readonly input?: {
    readonly payload?: string;
    readonly plaintext?: string;
    readonly key?: object;
    readonly pwd?: string;
    readonly alg: string;
    readonly zip?: string;
  };
  readonly output?: { readonly compact?: string; readonly json?: object; readonly json_flat?: object };
}

const folder = fileURLToPath(new URL("../../../../../shared/vectors", import.meta.url));
const files = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".json"))
  : [];
const vectors = files.flatMap((file) => {
  const content = JSON.parse(readFileSync(join(folder, file), "utf8")) as Vector | readonly Vector[];
  return [content].flat().map((vector) => Object.assign(vector, { name: `${file} ${vector.title ?? ""}` }));
});

if (files.length === 0) console.log("The RFCs' vectors are not tested: they are not in ../shared/vectors.");
else {
  test("the vectors of RFC 7515, 7520, 7797, 8037 and jose's cookbook are there", () =>
    assert.ok(vectors.length >= 54, String(vectors.length)));
}

for (const { name, input, output } of vectors) {
  const { compact, json, json_flat: flat } = output ?? {};
  for (const form of [json, flat]) {
    if (form === undefined) continue;
    test(`${name}: JSON serialization is refused for what it is`, () => {
      assert.throws(() => decode(JSON.stringify(form)), { code: "TOKEN_JSON_SERIALIZATION" });
    });
  }
  if (compact !== undefined && input?.payload !== undefined) {
    test(`${name}: verified`, async () => verified(compact, input));
  }
  if (compact !== undefined && input?.plaintext !== undefined) {
    test(`${name}: decrypted on request, or refused with the reason`, async () => decrypted(compact, input));
  }
}

async function verified(compact: string, { payload, key, alg }: NonNullable<Vector["input"]>): Promise<void> {
  const keys = await keysFromText(JSON.stringify(key));
  const detached = compact.includes("..") ? new TextEncoder().encode(payload) : undefined;
  const order = { keys, now: 1_300_000_000, payload: detached };

  const result = await verifyToken({ ...order, compact });

  assert.deepEqual([result.valid, result.reason, result.alg], [true, undefined, alg]);
  assert.equal(result.payload ?? JSON.stringify(result.claims), payload);
  const [header, body, signature = ""] = compact.split(".");
  const changed = `${header}.${body}.${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}`;
  assert.equal((await verifyToken({ ...order, compact: changed })).valid, false);
  await inspectToken({ compact, keys: [], profiles: nobody, now: 0 });
}

async function decrypted(compact: string, { plaintext, key, pwd, alg, zip }: NonNullable<Vector["input"]>) {
  const inspection = await inspectToken({ compact, keys: [], profiles: nobody, now: 0 });
  assert.deepEqual([inspection.kind, inspection.signature], ["JWE", "unchecked"]);
  if (alg === "RSA1_5") {
    await assert.rejects(decryptToken(compact, JSON.stringify(key)), { code: "DECRYPTION_UNSUPPORTED" });
    return;
  }
  const { rounds, compressed } = encryptionOf(decode(compact).header);
  assert.deepEqual([rounds !== undefined, compressed], [pwd !== undefined, zip !== undefined]);
  assert.equal(await decryptToken(compact, pwd ?? JSON.stringify(key)), plaintext);
}

const nesting = vectors.find(({ name }) => name.startsWith("rfc7520/6.")) as
  { readonly sign: Vector; readonly encrypt: Vector } | undefined;

if (nesting !== undefined) {
  test("RFC 7520 §6: a signed token inside an encrypted one is found and verified", async () => {
    const { sign, encrypt } = nesting;

    const nested = await decryptToken(encrypt.output?.compact ?? "", JSON.stringify(encrypt.input?.key));

    assert.equal(nested, sign.output?.compact);
    const keys = await keysFromText(JSON.stringify(sign.input?.key));
    assert.equal((await verifyToken({ compact: nested, keys, now: 1_300_000_000 })).valid, true);
  });
}
