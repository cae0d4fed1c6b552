import assert from "node:assert/strict";
import { test } from "node:test";
import { CompactSign } from "jose";
import { readKey } from "../../../../../src/core/keys/read/read.ts";
import { signingKey } from "../../../../../src/core/keys/hostKey.ts";
import { makeKeys } from "./formats.ts";
import { origin } from "./machine.ts";
import { assertVerifies } from "./proof.ts";

for (const { title, content, fileName, options, verifier, kid } of makeKeys()) {
  test(`${title}, with ${origin} at hand, signs a token that another library accepts`, async () => {
    const { key } = await readKey(content, { ...options, fileName });

    const token = await new CompactSign(new TextEncoder().encode('{"iss":"k"}'))
      .setProtectedHeader({ alg: options.alg })
      .sign(await signingKey(key, options.alg));

    assertVerifies(token, verifier, options.alg);
    assert.equal(key.kid, kid);
  });
}
