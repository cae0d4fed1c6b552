import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { CompactSign } from "jose";
import { inspectToken } from "../../../../../src/core/token/inspect/inspect.ts";
import { keysFromText } from "../../../../../src/core/token/verify/keysFromText.ts";
import { verifyToken } from "../../../../../src/core/token/verify/verifyToken.ts";
import { nobody } from "../known.ts";
import { part } from "../../../../tokens.ts";

const secret = "0123456789abcdef0123456789abcdef";
const digest = (text: string) => createHash("sha256").update(text).digest("base64url");

const signedOver = async (claims: object) =>
  new CompactSign(Buffer.from(JSON.stringify(claims))).setProtectedHeader({ alg: "HS256" }).sign(Buffer.from(secret));

async function outcome(compact: string) {
  const { valid, code } = await verifyToken({ compact, keys: await keysFromText(secret), now: 0 });
  return valid ? "valid" : code;
}

const disclosure = part(["salt", "name", "value"]);

test("an SD-JWT is valid only with disclosures whose digests were signed", async () => {
  const nested = part(["salt", "address", { _sd: [digest(disclosure)] }]);
  const element = part(["salt", 1]);
  const signed = await signedOver({ _sd: [digest(nested)], list: [{ "...": digest(element) }] });

  assert.equal(await outcome(`${signed}~`), "valid");
  assert.equal(await outcome(`${signed}~${nested}~${disclosure}~${element}~`), "valid");
  assert.equal(await outcome(`${signed}~${nested}~${part(["salt", "name", "another"])}~`), "SD_DISCLOSURE_UNSIGNED");
  assert.equal(await outcome(`${signed}~${nested}~${nested}~`), "SD_DISCLOSURE_UNSIGNED");
  assert.equal(await outcome(`${signed}~${nested}~${signed}`), "SD_KEY_BINDING");
  assert.equal(await outcome(`${signed}~${nested}`), "TOKEN_TRUNCATED");
});

/** Disclosures of a token that was signed over their digests, by what is wrong with them. */
const hostile: readonly (readonly [what: string, disclosures: readonly string[], code: string])[] = [
  ["nested 5,000 deep", [`["s","a",${"[".repeat(5000)}${"]".repeat(5000)}]`], "SD_DISCLOSURE_UNSIGNED"],
  ["nested 200,000 deep", [`["s","a",${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}]`], "SD_DISCLOSURE_UNSIGNED"],
  ["one list of 200,000 elements", [`["s","a",[${"1,".repeat(200_000)}1]]`], "valid"],
  ["600 of them", Array.from({ length: 600 }, (_, index) => `["s","a",${index}]`), "SD_TOO_MANY"],
  ["above 4 MB", [`["s","a","${"x".repeat(4_194_304)}"]`], "PAYLOAD_TOO_LARGE"],
  ["not JSON", ["\u0000["], "SD_DISCLOSURE_UNSIGNED"],
];

for (const [what, texts, code] of hostile) {
  test(`disclosures that are ${what} crash neither verifying nor inspecting`, async () => {
    const disclosures = texts.map((text) => Buffer.from(text).toString("base64url"));
    const signed = await signedOver({ _sd: disclosures.map(digest) });
    const compact = `${signed}~${disclosures.join("~")}~`;

    assert.equal(await outcome(compact), code);
    const { signature } = await inspectToken({ compact, keys: await keysFromText(secret), profiles: nobody, now: 0 });
    assert.equal(signature, code === "valid" ? "verified" : "failed");
  });
}
