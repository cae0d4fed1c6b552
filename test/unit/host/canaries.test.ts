import assert from "node:assert/strict";
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { test } from "node:test";
import { canariesOf, leaksIn } from "../../host/harness/canaries.ts";

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
const ed = generateKeyPairSync("ed25519");
const secret = randomBytes(48).toString("base64url");

const pemOf = (key: KeyObject, type: "pkcs8" | "pkcs1" | "sec1") => String(key.export({ format: "pem", type }));
const derOf = (key: KeyObject, type: "pkcs8" | "pkcs1" | "sec1") =>
  key.export({ format: "der", type } as { format: "der"; type: "pkcs8" });
const jwkOf = (key: KeyObject) => key.export({ format: "jwk" }) as Record<string, string>;

/** How it leaks, and what is found where it does. */
type Leak = readonly [string, Buffer | string];

const named = (name: string, bytes: Buffer) => written(bytes).map(([how, text]): Leak => [`${name}, ${how}`, text]);

/** Some bytes as they might come to be in a log, a setting, a page or a file. */
function written(bytes: Buffer): Leak[] {
  const shifted = [0, 1, 2].map((count) => Buffer.concat([randomBytes(count), bytes, randomBytes(3)]));
  const base64 = bytes.toString("base64");
  return [
    ["raw", Buffer.concat([randomBytes(7), bytes])],
    ["raw escaped for a URL", encodeURIComponent(bytes.toString("latin1"))],
    ["raw in a string of characters", bytes.toString("latin1")],
    ["raw in UTF-16", Buffer.from(bytes.toString("latin1"), "utf16le")],
    ["raw in a URL", [...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("")],
    ["hex", `x${bytes.toString("hex")}`],
    ["HEX", bytes.toString("hex").toUpperCase()],
    ["hex with colons", bytes.toString("hex").replaceAll(/../g, "$&:")],
    ["a list of numbers", JSON.stringify([...bytes])],
    ["a list of numbers on lines", JSON.stringify([...bytes], undefined, 2)],
    ...shifted.map((all, count) => [`base64 behind ${count} bytes`, `"${all.toString("base64")}"`] as const),
    ...shifted.map((all, count) => [`base64url behind ${count} bytes`, all.toString("base64url")] as const),
    ["base64 in a URL", encodeURIComponent(base64)],
    ["base64 in JSON that escapes slashes", base64.replaceAll("/", "\\/").replaceAll("+", "\\u002b")],
    ["base64 in lines of 76", base64.replaceAll(/.{76}/g, "$&\r\n")],
    ["base64 in UTF-16", Buffer.from(base64, "utf16le")],
    ["base64 in big-endian UTF-16", Buffer.from(base64, "utf16le").swap16()],
  ];
}

function leaksOf(key: KeyObject): readonly Leak[] {
  const forms = { rsa: ["pkcs8", "pkcs1"], ec: ["pkcs8", "sec1"], ed25519: ["pkcs8"] } as const;
  const jwk = jwkOf(key);
  const members = ["d", "p", "q", "dp", "dq", "qi"].filter((name) => jwk[name] !== undefined);
  return [
    ["JWK", JSON.stringify(jwk)],
    ["JWK twice in JSON", JSON.stringify(JSON.stringify(jwk))],
    ...members.flatMap((name) => {
      const member: Leak = [`member ${name}`, jwk[name] ?? ""];
      return [member].concat(named(name, Buffer.from(jwk[name] ?? "", "base64url")));
    }),
    ...forms[key.asymmetricKeyType as keyof typeof forms].flatMap((form) => {
      const pem = pemOf(key, form);
      const inJson: Leak = [`${form} PEM in JSON`, JSON.stringify({ pem })];
      return [inJson].concat(named(`${form} PEM`, Buffer.from(pem)), named(form, derOf(key, form)));
    }),
  ];
}

for (const [kind, { privateKey }] of Object.entries({ rsa, ec, ed })) {
  test(`a leaked ${kind} key is found in each form in which it can leak`, () => {
    const canaries = canariesOf(pemOf(privateKey, "pkcs8"));

    for (const [how, leak] of leaksOf(privateKey)) {
      const place = Buffer.concat([randomBytes(500), Buffer.from(leak), randomBytes(500)]);
      assert.notDeepEqual(leaksIn(place, canaries), [], how);
      if (typeof leak === "string") assert.notDeepEqual(leaksIn(`a log: ${leak}, and more`, canaries), [], how);
    }
  });
}

test("a single line of a PEM file is found, unless the public key has it too", () => {
  const canaries = canariesOf(pemOf(rsa.privateKey, "pkcs1"));
  const lines = [...pemOf(rsa.privateKey, "pkcs1").split("\n"), ...pemOf(rsa.privateKey, "pkcs8").split("\n")];
  const n = Buffer.from(jwkOf(rsa.privateKey)["n"] ?? "", "base64url");

  for (const line of lines.filter((each) => each.length === 64)) {
    assert.equal(leaksIn(line, canaries).length > 0, !n.includes(Buffer.from(line, "base64")), line);
  }
});

test("a leaked secret is found in each form in which it can leak", () => {
  const canaries = canariesOf(secret);

  for (const [how, leak] of written(Buffer.from(secret))) assert.notDeepEqual(leaksIn(leak, canaries), [], how);
  assert.notDeepEqual(leaksIn(`secret: ${secret}`, canaries), []);
});

test("what everybody may see of a key is not taken for a leak, nor is another key", () => {
  const canaries = [rsa, ec, ed].flatMap(({ privateKey }) => canariesOf(pemOf(privateKey, "pkcs8")));
  const shown = [rsa, ec, ed].flatMap(({ publicKey, privateKey }) => [
    String(publicKey.export({ format: "pem", type: "spki" })),
    publicKey.export({ format: "der", type: "spki" }),
    publicKey.export({ format: "der", type: "spki" }).toString("base64"),
    publicKey.export({ format: "der", type: "spki" }).toString("hex"),
    JSON.stringify(publicKey.export({ format: "jwk" })),
    sign(privateKey.asymmetricKeyType === "ed25519" ? null : "sha256", Buffer.from("claims"), privateKey),
  ]);
  const other = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;

  for (const place of [...shown, pemOf(other, "pkcs8"), JSON.stringify(jwkOf(other)), "", randomBytes(100_000)]) {
    assert.deepEqual(leaksIn(place, [...canaries, ...canariesOf(secret)]), []);
  }
});

test("a leak is told by its form", () => {
  const { d = "" } = jwkOf(ec.privateKey);

  const leaks = leaksIn(d, canariesOf(pemOf(ec.privateKey, "sec1")));

  assert.ok(leaks.includes("d, base64url +2"), leaks.join("; "));
  assert.ok(
    leaks.every((form) => form.startsWith("d, base64")),
    leaks.join("; "),
  );
});
