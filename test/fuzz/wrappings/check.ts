import assert from "node:assert/strict";
import { createHmac, generateKeyPairSync } from "node:crypto";
import { pastedTokens } from "../../../src/core/token/find/pastedToken.ts";
import { readKey } from "../../../src/core/keys/read/read.ts";
import { part } from "../../tokens.ts";
import { type Random, randomFrom } from "../http/random.ts";

type Wrap = (text: string, random: Random) => string;
type Wraps = readonly [Wrap, ...Wrap[]];

const lineOf = (width: number) => new RegExp(`.{${width}}(?=.)`, "g");
/** Lines or strings of one width, as terminals, mails and programs break what is too long. */
const broken =
  (separator: string): Wrap =>
  (text, random) =>
    text.replaceAll(lineOf(40 + random.below(60)), `$&${separator}`);

/** What stands right around a token that is not changed. */
const around: Wraps = [
  (text) => text,
  (text) => `Bearer ${text}`,
  (text) => `Authorization: JWT ${text}`,
  (text) => `Authorization: DPoP ${text}\nAccept: */*`,
  (text) => `b'${text}'`,
  (text) => `{"access_token":"${text}","expires_in":3600}`,
  (text) => `curl https://a.example -H 'Authorization: Bearer ${text}' -d '{}'`,
  (text) => `https://a.example/cb#id_token=${text}&state=x`,
  (text) => `export API_TOKEN="${text}" # for the API`,
  (text) => `2026-11-21 14:03:12 DEBUG [auth] token ${text} has expired`,
  (text) => `Set-Cookie: session=${text}; Path=/; HttpOnly`,
  (text) => `<a href="/x?jwt=${text}">`,
  (text) => `session_${text}`,
  (text) => `\u001b[1;32m${text}\u001b[0m`,
  (text) => String.raw`"body":"{\u0022t\u0022:\u0022${text}\u0022}"`,
  (text) => `token%3D${text}%26x`,
];

/** What takes a token apart or writes it in another way. */
const apart: Wraps = [
  (text) => text,
  broken("\n"),
  broken("\r\n    "),
  broken('" +\n  "'),
  broken("' .\n  '"),
  broken("\n> "),
  broken(" "),
  (text) => text.replaceAll(".", "%2E"),
];

/** A token is found in texts that wrap it in two ways each, and is the same. */
export function checkTokens(from: number, to: number): void {
  for (let seed = from; seed <= to; seed += 1) {
    const random = randomFrom(seed);
    const claims = { sub: "x".repeat(random.below(200)), exp: seed };
    const input = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
    const token = `${input}.${createHmac("sha256", String(seed)).update(input).digest("base64url")}`;
    const text = random.one(around)(random.one(apart)(token, random), random);
    assert.deepEqual(pastedTokens(text), [token], `seed ${seed}: ${JSON.stringify(text)}`);
  }
}

const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const pem = String(privateKey.export({ type: "pkcs8", format: "pem" }));
const jwk = JSON.stringify(privateKey.export({ format: "jwk" }));
const base64 = (text: string) => Buffer.from(text).toString("base64");
const indented = (text: string) => text.trim().replaceAll(/^/gm, "    ");

/** Forms of a key that stand on one line. */
const forms: Wraps = [
  (text) => JSON.stringify(text).slice(1, -1),
  (text) => base64(text),
  () => privateKey.export({ type: "pkcs8", format: "der" }).toString("base64"),
  () => base64(jwk),
];

const keyWrappings: Wraps = [
  (key) => key,
  (key) => `"${key}"`,
  (key) => `KEY=${key}`,
  (key) => `export KEY="${key}"`,
  (key) => `KEY='${key}' # a comment`,
  (key) => `set KEY=${key}`,
  (key) => `$env:KEY = "${key}"`,
  (key) => `ENV KEY=${key}\nRUN x\n`,
  (key) => `app.key = ${key}`,
  (key) => `app:\n  key: ${key}\n  other: a\n`,
  (key) => `app:\n  key: "${key}"\n`,
  (key) => `app:\n  key: |\n${indented(key)}\n  other: a\n`,
  (key) => `app:\n  key: >-\n${indented(key)}\n`,
  (key) => `  "private_key": "${key}",\n`,
  (key) => `apiVersion: v1\nkind: Secret\ndata:\n  tls.key: ${key}\n`,
  (key) => `key = <<EOT\n${key}\nEOT\n`,
  (key) => `const key = "${key}";\n`,
  (key) => `A=1\nKEY="${key}"\nB=2\n`,
  (key) => `- key: ${key}\n`,
  (key) => `\uFEFFKEY=${key}\r\n`,
];

/** A key is read from texts that wrap it, and is the same. */
export async function checkKeys(from: number, to: number): Promise<void> {
  const { key } = await readKey(pem);
  for (let seed = from; seed <= to; seed += 1) {
    const random = randomFrom(seed);
    const text = random.one(keyWrappings)(random.one(forms)(pem, random), random);
    const read = await readKey(text).catch((error: Error) => assert.fail(`seed ${seed}: ${error.message} ${text}`));
    assert.equal(read.key.thumbprint, key.thumbprint, `seed ${seed}`);
  }
}
