import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { keysFromText } from "../../../../../src/core/token/verify/keysFromText.ts";
import { verifyToken } from "../../../../../src/core/token/verify/verifyToken.ts";

interface Reported {
  readonly id: string;
  readonly wanted: string;
  /** What is right, in words. */
  readonly right: string;
  readonly input: {
    readonly arg: { readonly token: string; readonly key: string; readonly ignoreKeyMembers?: boolean };
  };
}

const fixture = new URL("../../../../fixtures/reported-verifications.json", import.meta.url);
const reported = JSON.parse(readFileSync(fixture, "utf8")) as readonly Reported[];

/** Before any of them expires. */
const NOW = 1_795_646_900;

/** What the answer is where it is not that the token is valid. */
const others: Readonly<Record<string, RegExp>> = {
  V10: /Microsoft Graph, signed over a hash of its nonce/,
  V12v: /in ASN\.1 DER/,
  V15: /configuration of an OpenID provider.*"jwks_uri"/,
};

for (const { id, wanted, right, input } of reported) {
  const { token: compact, key, ignoreKeyMembers } = input.arg;
  test(`${id}: ${wanted}: ${right}`, async () => {
    const answer = await keysFromText(key).then(
      async (keys) => verifyToken({ compact, keys, now: NOW, ignoreKeyMembers }),
      (error: Error) => ({ valid: false, reason: error.message }),
    );

    const other = others[id];
    assert.equal(answer.valid, other === undefined, answer.reason);
    if (other !== undefined) assert.match(answer.reason ?? "", other);
  });
}
