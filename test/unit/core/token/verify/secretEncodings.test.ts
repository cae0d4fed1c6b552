import assert from "node:assert/strict";
import { createHmac, randomBytes } from "node:crypto";
import { test } from "node:test";
import { keysFromText } from "../../../../../src/core/token/verify/keysFromText.ts";
import { verifyToken } from "../../../../../src/core/token/verify/verifyToken.ts";
import { part } from "../../../../tokens.ts";

const bytes = randomBytes(32);
const input = `${part({ alg: "HS256" })}.${part({ sub: "a" })}`;
const signedWith = (secret: string | Buffer) =>
  `${input}.${createHmac("sha256", secret).update(input).digest("base64url")}`;
const verify = async (compact: string, text: string) =>
  verifyToken({ compact, keys: await keysFromText(text), now: 0 });

for (const encoding of ["base64", "base64url", "hex"] as const) {
  test(`a secret in ${encoding} verifies, and the answer says how it was read`, async () => {
    // A text of both alphabets of base64 is of the first one.
    const text = encoding === "base64url" ? `-_${bytes.toString(encoding).slice(2)}` : bytes.toString(encoding);
    const secret = Buffer.from(text, encoding);
    const answer = await verify(signedWith(secret), ` ${text}\n`);

    assert.deepEqual([answer.valid, answer.encoding], [true, encoding]);
    assert.match(answer.key ?? "", new RegExp(`^secret, 256 bits, decoded from ${encoding}$`));
  });

  test(`a text that could be ${encoding} and is the secret itself is read as text`, async () => {
    const text = bytes.toString(encoding);
    const answer = await verify(signedWith(text), text);

    assert.deepEqual([answer.valid, answer.encoding], [true, undefined]);
  });
}

test("a secret that fits in no encoding does not verify", async () => {
  const answer = await verify(signedWith("another secret of many characters"), bytes.toString("base64"));

  assert.deepEqual([answer.valid, answer.code], [false, "SIG_INVALID"]);
});
