import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { listKeys } from "../../../../src/core/keys/read/listKeys.ts";
import { readKey } from "../../../../src/core/keys/read/read.ts";
import { codeOf } from "./rejection.ts";

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const pem = rsa.export({ type: "pkcs1", format: "pem" }).toString();
const jwk = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });
const account = { type: "service_account", private_key_id: "g1", private_key: pem };

const files: readonly (readonly [title: string, file: object, alg: string, kid: string | undefined])[] = [
  ["Zitadel's key file", { type: "serviceaccount", keyId: "123", key: pem, userId: "u" }, "RS256", "123"],
  ["PEM under any name", { auth: { client: "c", rsaPrivateKey: pem.replaceAll("\n", "\\n") } }, "RS256", undefined],
  [
    "a Postman environment",
    {
      values: [
        { key: "host", value: "h" },
        { key: "k", value: pem },
      ],
    },
    "RS256",
    undefined,
  ],
  ["a list of one service account", [account], "RS256", "g1"],
  ["a JWK in a wrapper", { privateKey: { ...jwk, kid: "j1" }, publicKey: {} }, "ES256", "j1"],
  ["a JWK Set in a wrapper", { jwks: { keys: [jwk] } }, "ES256", undefined],
];

for (const [title, file, alg, kid] of files) {
  test(`${title} gives its key, and the key id that stands beside it`, async () => {
    const { key } = await readKey(JSON.stringify(file));

    assert.deepEqual([key.alg, key.kid], [alg, kid]);
  });

  test(`${title} is never an HMAC secret`, async () => {
    assert.equal(await codeOf(readKey(JSON.stringify(file), { alg: "HS256" })), "SECRET_IS_PRIVATE_KEY");
  });
}

test("several keys in a wrapper are listed to choose from", async () => {
  const input = JSON.stringify({ old: account, new: { ...account, private_key_id: "g2" } });

  assert.deepEqual(
    listKeys(input).map(({ kid }) => kid),
    ["g1", "g2"],
  );
  assert.equal(await codeOf(readKey(input)), "KEY_SEVERAL");
  assert.equal((await readKey(input, { pick: 1 })).key.kid, "g2");
});

const deep = (levels: number) =>
  JSON.stringify(
    Array(levels)
      .fill(0)
      .reduce((inner: object) => ({ inner }), { pem }),
  );

test("a key is looked for in as many levels as files have, and no deeper", async () => {
  assert.equal((await readKey(deep(8))).key.alg, "RS256");
  assert.equal(await codeOf(readKey(deep(9))), "KEY_NOT_FOUND_IN_JSON");
});
