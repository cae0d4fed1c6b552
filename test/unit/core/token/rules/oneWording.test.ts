import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { inspectToken } from "../../../../../src/core/token/inspect/inspect.ts";
import { keysFromText } from "../../../../../src/core/token/verify/keysFromText.ts";
import { verifyToken } from "../../../../../src/core/token/verify/verifyToken.ts";
import { nobody } from "../known.ts";
import { part } from "../../../../tokens.ts";

const NOW = 1_760_000_000;
const secret = "0123456789abcdef0123456789abcdef";

/** Signed as its parts stand, whatever they are. */
const signed = (header: string, payload: string) =>
  `${header}.${payload}.${createHmac("sha256", secret).update(`${header}.${payload}`).digest("base64url")}`;

const hs256 = part({ alg: "HS256" });
const withClaims = (claims: object) => signed(hs256, part(claims));

const rows: readonly (readonly [code: string, compact: string])[] = [
  ["ALG_NONE", `${part({ alg: "none" })}.${part({})}.`],
  ["ALG_UNSUPPORTED", signed(part({ alg: "hs256" }), part({}))],
  ["SIG_MISSING", `${hs256}.${part({})}.`],
  ["SIG_LENGTH", `${hs256}.${part({})}.AAAA`],
  ["TOKEN_TRUNCATED", `${withClaims({})}AA`],
  ["TOKEN_NON_CANONICAL", signed(hs256, `${part({ a: 1 }).slice(0, -1)}R`)],
  ["B64_FALSE_IN_JWT", signed(part({ alg: "HS256", b64: false, crit: ["b64"] }), "{}")],
  ["CRIT_UNKNOWN", signed(part({ alg: "HS256", crit: ["x"], x: 1 }), part({}))],
  ["JSON_DUPLICATE_KEY", signed(hs256, part('{"a":1,"a":2}'))],
  ["CLAIM_EXPIRED", withClaims({ exp: NOW - 60 })],
  ["CLAIM_NOT_YET_VALID", withClaims({ nbf: NOW + 60, exp: NOW + 120 })],
  ["CLAIM_IAT_FUTURE", withClaims({ iat: NOW + 60 })],
  ["CLAIM_NOT_NUMBER", withClaims({ exp: "1760000060" })],
];

for (const [code, compact] of rows) {
  test(`${code} is said in the same words by a finding and by a verification`, async () => {
    const { findings } = await inspectToken({ compact, keys: [], profiles: nobody, now: NOW });
    const outcome = await verifyToken({ compact, keys: await keysFromText(secret), now: NOW });

    const finding = findings.find((each) => each.code === code);
    assert.ok(finding, findings.map((each) => each.code).join());
    assert.equal(outcome.code, code);
    assert.equal(outcome.reason, `${finding.message} ${finding.remedy}`);
  });
}
