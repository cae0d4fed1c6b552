import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../../../../src/core/token/read/decode.ts";
import { describeKind, nestedIn } from "../../../../../src/core/token/read/kind.ts";
import { part } from "../../../../tokens.ts";

const hs = part({ alg: "HS256" });
const inner = `${hs}.e30.AAAA`;
const disclosure = part(["salt", "name", "value"]);

const rows: readonly (readonly [string, string])[] = [
  [inner, "JSON Web Token"],
  [`${part({ alg: "none" })}.e30.`, "Unsigned JSON Web Token"],
  [`${hs}.${part("hello")}.AAAA`, "Signed text (JWS)"],
  [`${part({ alg: "HS256", cty: "JWT" })}.${part(inner)}.AAAA`, "Signed text (JWS), another token inside"],
  [`${hs}..AAAA`, "Signature (JWS) of a detached payload"],
  [`${part({ alg: "HS256", b64: false, crit: ["b64"] })}.text.AAAA`, "Signed text (JWS) with an unencoded payload"],
  [
    `${part({ alg: "HS256", b64: false, crit: ["b64"] })}..AAAA`,
    "Signed text (JWS) with an unencoded payload, detached",
  ],
  [`${part({ alg: "dir", enc: "A128GCM" })}..AAAA.AAAA.AAAA`, "Encrypted token (JWE)"],
  [
    `${part({ alg: "dir", enc: "A128GCM", cty: "jwt" })}..AAAA.AAAA.AAAA`,
    "Encrypted token (JWE), another token inside",
  ],
  [`${inner}~${disclosure}~`, "SD-JWT with 1 disclosure"],
  [`${inner}~${disclosure}~${disclosure}~${inner}`, "SD-JWT with 2 disclosures, bound to a key"],
  [`${inner}~${`${disclosure}~`.repeat(600)}`, "SD-JWT with more than 500 disclosures"],
];

for (const [compact, words] of rows) {
  test(`what it is: ${words}`, () => assert.equal(describeKind(compact, decode(compact)), words));
}

test("the token inside another is found", () => {
  assert.equal(nestedIn(`${hs}.${part(inner)}.AAAA`), inner);
  assert.equal(nestedIn(inner), undefined);
});
