import assert from "node:assert/strict";
import { createHmac, generateKeyPairSync, sign } from "node:crypto";
import { test } from "node:test";
import { findTokens } from "../../../../src/core/token/find/find.ts";
import { pastedToken, soleToken } from "../../../../src/core/token/find/pastedToken.ts";
import { brokenAround, tokenAround } from "../../../../src/core/token/find/tokenAtPlace.ts";
import { inspectToken } from "../../../../src/core/token/inspect/inspect.ts";
import { decode } from "../../../../src/core/token/read/decode.ts";
import { keysFromText } from "../../../../src/core/token/verify/keysFromText.ts";
import { verifyToken } from "../../../../src/core/token/verify/verifyToken.ts";
import { nobody } from "./known.ts";

const NOW = 1_795_646_900;
const SECRET = "changeme-changeme-changeme-changeme";

/** With the padding that Node.js's base64url leaves out. */
function padded(bytes: string | Buffer): string {
  const bare = Buffer.from(bytes).toString("base64url");
  return bare.padEnd(Math.ceil(bare.length / 4) * 4, "=");
}

const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
const pem = ec.publicKey.export({ format: "pem", type: "spki" }).toString();
const signer = "arn:aws:elasticloadbalancing:eu-central-1:1:loadbalancer/app/x/1";

/** As load balancers of AWS sign. */
function balanced(header: object, claims: object): string {
  const input = `${padded(JSON.stringify(header))}.${padded(JSON.stringify(claims))}`;
  return `${input}.${padded(sign("sha256", Buffer.from(input), { key: ec.privateKey, dsaEncoding: "ieee-p1363" }))}`;
}

function hmac(header: string, payload: string, encode: (bytes: Buffer) => string): string {
  const input = `${header}.${payload}`;
  return `${input}.${encode(createHmac("sha256", SECRET).update(input).digest())}`;
}

const header = padded('{"alg":"HS256","typ":"x"}');
const payload = padded('{"sub":"a"}');
const token = hmac(header, payload, padded);

const verified = async (compact: string, key = SECRET) =>
  verifyToken({ compact, keys: await keysFromText(key), now: NOW });

const isPaddedFault = ({ code }: { readonly code: string }) => code === "TOKEN_PADDED";

test("a padded token has padding in each part here", () => {
  assert.ok(token.split(".").every((part) => part.endsWith("=")));
});

test("a padded token is read with its padding, and an error says that libraries refuse it", async () => {
  const { claims, findings } = await inspectToken({ compact: token, keys: [], profiles: nobody, now: NOW });

  assert.deepEqual(claims, { sub: "a" });
  const fault = findings.find(isPaddedFault);
  assert.equal(fault?.severity, "error");
  assert.match(fault.message, /^"=" padding is not allowed in a JWT/);
  assert.doesNotMatch(fault.remedy, /remove|drop|delete|without|off/i);
  assert.deepEqual(
    findings.map(({ code }) => code).filter((code) => /^(?:SIG_|TOKEN_)/.test(code)),
    ["TOKEN_PADDED"],
  );
});

for (const [name, before, behind] of [
  ["alone", "", ""],
  ["in a header", "x-amzn-oidc-data: ", ""],
  ["in quotes", '{"data": "', '", "b": 1}'],
  ["in a query", "https://a.test/?token=", "&state=x"],
  ["as a variable", "@token=", "\nGET https://a.test"],
] as const) {
  test(`a padded token is found whole, and nothing besides: ${name}`, () => {
    const text = before + token + behind;
    const line = text.split("\n")[0] ?? "";

    const found = findTokens(text);

    assert.deepEqual(
      found.map(({ start, end, compact }) => [start, end, compact]),
      [[before.length, before.length + token.length, token]],
    );
    for (const at of [3, header.length - 1, header.length + 3, token.length - 1])
      assert.equal(tokenAround(line, before.length + at)?.compact, token);
    assert.deepEqual([pastedToken(text), soleToken(text)], [token, token]);
  });
}

test('a token in front of "=" that do not pad it is found without them', () => {
  const bare = hmac("eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiJhIn0", (bytes) => bytes.toString("base64url"));
  for (const behind of ["==", "===", "=x", "=&a=b", "==x"]) {
    const found = findTokens(`token=${bare}${behind}`).map(({ compact }) => compact);
    assert.deepEqual(found, [behind === "=&a=b" ? `${bare}=` : bare], behind);
  }
});

test("padding of the wrong length makes no token of it", () => {
  for (const wrong of [token.slice(0, -1) + "==", token.replace("==.", "=.")]) {
    assert.throws(() => decode(wrong), isPaddedFault);
    assert.equal(brokenAround(wrong, 3)?.fault.code, "TOKEN_PADDED");
  }
});

test("a token is verified with the padding that was signed, and a warning tells of it", async () => {
  for (const compact of [token, hmac(header, payload, (bytes) => bytes.toString("base64url"))]) {
    const { valid, claims, warnings = [] } = await verified(compact);
    assert.deepEqual([valid, claims, warnings.map(({ code }) => code)], [true, { sub: "a" }, ["TOKEN_PADDED"]]);
  }
  assert.equal((await verified(token.replace(/=+\./, "."))).code, "SIG_INVALID");
});

test("padding that anyone may have put behind a signature is refused", async () => {
  const bare = hmac("eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiJhYiJ9", (bytes) => bytes.toString("base64url"));

  assert.equal((await verified(bare)).valid, true);
  assert.equal((await verified(`${bare}=`)).code, "TOKEN_PADDED");
});

test("a load balancer's token is valid whatever the length of its parts", async () => {
  for (const kid of ["1", "12", "123"]) {
    for (const sub of ["1", "12", "123"]) {
      const compact = balanced({ alg: "ES256", kid, signer }, { sub });
      const { valid, reason } = await verified(compact, pem);
      assert.equal(valid, true, reason);
      assert.equal(tokenAround(compact, 3)?.compact, compact);
      assert.equal(pastedToken(compact.replace(".", ".\n")), compact);
    }
  }
});
