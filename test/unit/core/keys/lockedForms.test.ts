import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readKey } from "../../../../src/core/keys/read/read.ts";
import { codeOf } from "./rejection.ts";

interface Form {
  readonly title: string;
  readonly passphrase?: string;
  readonly thumbprint: string;
  /** Base64 of the file. */
  readonly content: string;
}

// Throw-away keys, written by the tools of openssl/lockedForms.ts, for machines that lack them.
const fixture = new URL("../../../fixtures/key-forms.json", import.meta.url);
const forms = JSON.parse(readFileSync(fixture, "utf8")) as readonly Form[];

for (const { title, passphrase, thumbprint, content } of forms) {
  test(`${title} is read as a file, and as base64`, async () => {
    const options = passphrase === undefined ? {} : { passphrase };
    const bytes = new Uint8Array(Buffer.from(content, "base64"));

    for (const input of [bytes, content]) {
      const { key } = await readKey(input, options);
      assert.equal(key.thumbprint, thumbprint);
    }
    assert.equal(await codeOf(readKey(bytes, { alg: "HS256" })), "SECRET_IS_PRIVATE_KEY");
    assert.equal(await codeOf(readKey(content, { alg: "HS256", encoding: "base64" })), "SECRET_IS_PRIVATE_KEY");
    if (passphrase === undefined) return;
    assert.equal(await codeOf(readKey(bytes)), "KEY_ENCRYPTED");
    assert.equal(await codeOf(readKey(bytes, { passphrase: `${passphrase} ` })), "KEY_WRONG_PASSWORD");
  });
}
