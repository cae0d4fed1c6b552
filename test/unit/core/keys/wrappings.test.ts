import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { listKeys } from "../../../../src/core/keys/read/listKeys.ts";
import { namedValues } from "../../../../src/core/keys/read/namedValues.ts";
import { joinedStrings } from "../../../../src/core/keys/read/stringLiteral.ts";
import { readKey } from "../../../../src/core/keys/read/read.ts";
import { assertLinear } from "../../linear.ts";

interface Reported {
  readonly id: string;
  readonly kind: string;
  readonly wanted: string;
  readonly right: string;
  readonly input: {
    readonly text?: string;
    readonly b64?: string;
    readonly alg?: "HS256" | "PS256";
    readonly passphrase?: string;
  };
}

const fixture = new URL("../../../fixtures/reported-keys.json", import.meta.url);
const reported = JSON.parse(readFileSync(fixture, "utf8")) as readonly Reported[];

for (const { id, kind, wanted, right, input } of reported) {
  test(`${id}: ${wanted}: ${right}`, async () => {
    const { text, b64 = "", ...options } = input;
    const reading = readKey(text ?? new Uint8Array(Buffer.from(b64, "base64")), options);
    if (right.startsWith("refused")) return assert.rejects(reading, { code: "KEY_ALG_MISMATCH" });
    const { key, warnings } = await reading;

    if (kind === "RSA-PSS parameters ignored") assert.equal(key.alg, "PS512");
    if (key.kty === "oct") assert.deepEqual(warnings.map(({ code }) => code).includes("SECRET_IS_LINE"), true);
    if (right.includes("kid")) assert.equal(key.kid, id === "K45" ? "k1x2y3z4" : "abc123");
  });
}

const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const pem = String(privateKey.export({ type: "pkcs8", format: "pem" }));
const base64 = Buffer.from(pem).toString("base64");
const der = privateKey.export({ type: "pkcs8", format: "der" }).toString("base64");
const jwk = JSON.stringify({ ...privateKey.export({ format: "jwk" }), kid: "k1" });
const escaped = JSON.stringify(pem).slice(1, -1);
const indented = (text: string) => text.trim().replaceAll(/^/gm, "    ");

const lines = pem.trim().split("\n");
const literals = (join: string, quote = '"') => lines.map((line) => `${quote}${line}${quote}`).join(join);

const wrapped = {
  "lines that are appended": lines.map((line) => `key += "${line}";`).join("\n"),
  "strings of Java with line ends": `String key = ${lines.map((line) => `"${line}\\n"`).join(" +\n    ")};`,
  "adjacent strings of Python": `KEY = (\n    b'${lines.join("\\n'\n    b'")}\\n'\n)\n`,
  "strings of PHP": `$key = ${literals(" . PHP_EOL .\n  ", "'")};`,
  "strings of Visual Basic": `Dim key = ${literals(" & vbCrLf & _\n  ")}`,
  "a list of lines": `const key = [${literals(", ")}].join("\\n");`,
  "a list of lines in JSON": `{"key": [${literals(", ")}]}`,
  "a list of lines that is JSON": `[${literals(", ")}]`,
  "lines that are echoed": lines.map((line) => `echo '${line}' >> key.pem`).join("\n"),
  "calls that append": `sb${lines.map((line) => `.append("${line}").append("\\n")`).join("")};`,
  "a template literal": `const key = \`${pem}\`;\n`,
  "strings with a comment between them": `key = "${lines.join('\\n" // it\'s a line\n  + "')}"`,
  "base64 of the DER in strings": `KEY = "${der.slice(0, 60)}" +\n  "${der.slice(60)}"`,
  "a JWK in strings": `String jwk = "${jwk.slice(0, 40).replaceAll('"', String.raw`\"`)}" +\n "${jwk.slice(40).replaceAll('"', String.raw`\"`)}";`,
  "a variable in double quotes with escaped line ends": `KEY="${escaped}"`,
  "a variable in single quotes over lines": `export KEY='${pem}'\nOTHER=1\n`,
  "lines that a backslash continues": `KEY=${pem.trim().replaceAll("\n", "\\\n")}\n`,
  "a variable with the PEM's base64": `export KEY=${base64} # comment`,
  "a variable with the DER's base64": `KEY=${der}`,
  "a variable with the JWK's base64": `KEY=${Buffer.from(jwk).toString("base64")}`,
  "a variable with the JWK": `JWK='${jwk}'`,
  "a variable of PowerShell": `$env:KEY = "${base64}"`,
  "a Dockerfile": `FROM node\nENV KEY=${base64}\n`,
  "Java properties over lines": `app.key=${base64.slice(0, 60)}\\\n  ${base64.slice(60)}\n`,
  "a YAML member": `app:\n  name: a\n  key: ${base64}\n`,
  "a YAML block": `app:\n  jwk: |\n    ${jwk}\n  after: b\n`,
  "a folded YAML block": `app:\n  key: >-\n${indented(base64.replaceAll(/.{64}/g, "$&\n"))}\n  after: b\n`,
  "a member of JSON that is not whole": `  "private_key": "${base64}",\n`,
  "a Kubernetes Secret": `apiVersion: v1\nkind: Secret\ntype: Opaque\ndata:\n  tls.key: ${base64}\n  other: YWJj\n`,
  "a Terraform heredoc": `variable {\n  key = <<-EOT\n${indented(base64)}\n  EOT\n}\n`,
};

for (const [where, text] of Object.entries(wrapped)) {
  test(`a private key is read from ${where}`, async () => {
    const { key } = await readKey(text);

    assert.equal((await readKey(pem)).key.thumbprint, key.thumbprint);
    assert.equal(key.kid, /jwk/i.test(where) || text.includes(jwk) ? "k1" : undefined);
  });
}

test("of several named keys one is chosen by its name", async () => {
  const other = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs1", format: "pem" });
  const text = `FIRST=${base64}\nSECOND=${Buffer.from(other).toString("base64")}\nPUBLIC=${"A".repeat(60)}\n`;

  await assert.rejects(readKey(text), { code: "KEY_SEVERAL" });
  assert.deepEqual(
    listKeys(text).map(({ name, kty }) => [name, kty]),
    [
      ["FIRST", "EC"],
      ["SECOND", "RSA"],
    ],
  );
  assert.equal((await readKey(text, { pick: 1 })).key.kty, "RSA");
});

test("a key that stands behind a name is no HMAC secret, and a token or a whole line is said to be one", async () => {
  for (const text of [`KEY=${base64}`, `key: ${der}`])
    await assert.rejects(readKey(text, { alg: "HS256" }), { code: "SECRET_IS_PRIVATE_KEY" });
  for (const [text, code] of [
    ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "SECRET_IS_TOKEN"],
    ["export SECRET='a secret of thirty-two characters'", "SECRET_IS_LINE"],
  ] as const) {
    const { warnings } = await readKey(text, { alg: "HS256" });
    assert.ok(warnings.some((warning) => warning.code === code));
  }
  const { warnings } = await readKey("correct horse battery staple = a secret", { alg: "HS256" });
  assert.deepEqual(warnings, []);
});

test("of a key in strings, a character that no key contains is told by its line", async () => {
  const spoilt = lines.map((line, at) => `key += "${at === 2 ? `${line.slice(0, -1)}§` : line}";`).join("\n");

  await assert.rejects(readKey(spoilt), { code: "KEY_PEM_BAD_CHARACTER", message: /^Line 3, / });
});

test("strings cost no more than their text", async () => {
  for (const text of ['"\\"', '"a"', "'", '\\"', "`'\""]) {
    const make = (length: number) => text.repeat(length / text.length);
    await assertLinear(JSON.stringify(text), { make, work: joinedStrings }, 2 ** 15);
  }
});

test("named values cost no more than their text", async () => {
  for (const text of ["a=b\n", 'a="\n', "a: |\n", "a = <<E\n", "a=\\\n", "a:", "\n", " "]) {
    const make = (length: number) => text.repeat(length / text.length);
    await assertLinear(JSON.stringify(text), { make, work: namedValues }, 2 ** 15);
  }
});
