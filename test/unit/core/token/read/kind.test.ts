import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { CompactSign } from "jose";
import { decode } from "../../../../../src/core/token/read/decode.ts";
import { describeKind, nestedIn } from "../../../../../src/core/token/read/kind.ts";
import { encodedDisclosures } from "../../../../../src/core/token/read/sdJwt.ts";
import { keysFromText } from "../../../../../src/core/token/verify/keysFromText.ts";
import { verifyToken } from "../../../../../src/core/token/verify/verifyToken.ts";

const encode = (value: unknown) =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
const hs = encode({ alg: "HS256" });
const inner = `${hs}.e30.AAAA`;
const disclosure = encode(["salt", "name", "value"]);

const rows: readonly (readonly [string, string])[] = [
  [inner, "JSON Web Token"],
  [`${encode({ alg: "none" })}.e30.`, "Unsigned JSON Web Token"],
  [`${hs}.${encode("hello")}.AAAA`, "Signed text (JWS)"],
  [`${encode({ alg: "HS256", cty: "JWT" })}.${encode(inner)}.AAAA`, "Signed text (JWS), another token inside"],
  [`${hs}..AAAA`, "Signature (JWS) of a detached payload"],
  [`${encode({ alg: "HS256", b64: false, crit: ["b64"] })}.text.AAAA`, "Signed text (JWS) with an unencoded payload"],
  [
    `${encode({ alg: "HS256", b64: false, crit: ["b64"] })}..AAAA`,
    "Signed text (JWS) with an unencoded payload, detached",
  ],
  [`${encode({ alg: "dir", enc: "A128GCM" })}..AAAA.AAAA.AAAA`, "Encrypted token (JWE)"],
  [
    `${encode({ alg: "dir", enc: "A128GCM", cty: "jwt" })}..AAAA.AAAA.AAAA`,
    "Encrypted token (JWE), another token inside",
  ],
  [`${inner}~${disclosure}~`, "SD-JWT with 1 disclosure"],
  [`${inner}~${disclosure}~${disclosure}~${inner}`, "SD-JWT with 2 disclosures, bound to a key"],
];

for (const [compact, words] of rows) {
  test(`what it is: ${words}`, () => assert.equal(describeKind(compact, decode(compact)), words));
}

test("the token inside another is found", () => {
  assert.equal(nestedIn(`${hs}.${encode(inner)}.AAAA`), inner);
  assert.equal(nestedIn(inner), undefined);
});

test("disclosures are read, of objects and of arrays; what is none is left out", () => {
  const element = encode(["salt", { a: 1 }]);

  assert.deepEqual(encodedDisclosures(`${inner}~${disclosure}~${element}~${encode("x")}~`), [
    { encoded: disclosure, name: "name", value: "value" },
    { encoded: element, value: { a: 1 } },
  ]);
});

const digest = (text: string) => createHash("sha256").update(text).digest("base64url");

test("an SD-JWT is valid only with disclosures whose digests were signed", async () => {
  const secret = "0123456789abcdef0123456789abcdef";
  const nested = encode(["salt", "address", { _sd: [digest(disclosure)] }]);
  const signed = await new CompactSign(Buffer.from(JSON.stringify({ _sd: [digest(nested)], list: [{ "...": "x" }] })))
    .setProtectedHeader({ alg: "HS256" })
    .sign(Buffer.from(secret));
  const outcome = async (disclosures: string) => {
    const { valid, code } = await verifyToken({
      compact: signed + disclosures,
      keys: await keysFromText(secret),
      now: 0,
    });
    return valid ? "valid" : code;
  };

  assert.equal(await outcome("~"), "valid");
  assert.equal(await outcome(`~${nested}~${disclosure}~`), "valid");
  assert.equal(await outcome(`~${nested}~${encode(["salt", "name", "another"])}~`), "SD_DISCLOSURE_UNSIGNED");
  assert.equal(await outcome(`~${nested}~${nested}~`), "SD_DISCLOSURE_UNSIGNED");
  assert.equal(await outcome(`~${nested}~${inner}`), "SD_KEY_BINDING");
});
