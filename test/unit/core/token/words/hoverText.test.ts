import assert from "node:assert/strict";
import { test } from "node:test";
import { hoverText } from "../../../../../src/core/token/words/hoverText.ts";
import type { Finding } from "../../../../../src/core/token/inspect/finding.ts";
import type { Inspection } from "../../../../../src/core/token/inspect/inspect.ts";
import { exact } from "../../plain.ts";

const now = 1_700_000_000;
const plain: Inspection = {
  kind: "JWS",
  header: { alg: "RS512", typ: "JWT" },
  claims: { iss: "k", iat: now - 180, exp: now + 760 },
  state: "current",
  signature: "unchecked",
  findings: [],
};

const hover = (inspection: Inspection, names: readonly string[]) => {
  const { header, claims } = inspection;
  const parts = { header: exact(header), ...(claims !== undefined && { claims: exact(claims) }) };
  return hoverText(inspection, parts, names, now);
};

/** Markdown as it is read: entities as what they stand for. */
const read = (markdown: string) =>
  markdown.replaceAll(/&#(\d+);/g, (_entity, code) => String.fromCodePoint(Number(code)));

const words = (change: Partial<Inspection>) =>
  read(hover({ ...plain, ...change }, ["JSON Web Token"]).summary).split("  \n")[1];

const finding = (severity: Finding["severity"], what: string): Finding => ({
  code: "CLAIM_PLACEHOLDER",
  severity,
  message: `${what} is wrong.`,
  remedy: "Mend it.",
});

test("a recognised token is named, with its state, its algorithm and who made it", () => {
  const inspection: Inspection = { ...plain, signature: "verified", key: "lirium-sandbox" };

  const { summary } = hover(inspection, ["Lirium", "Lirium sandbox"]);

  assert.equal(
    read(summary),
    "**Lirium** · Lirium sandbox · expires in 12:40  \nRS512 · $(verified) made with your key lirium-sandbox",
  );
});

test("each outcome for the signature has its words, and only a verified one a tick", () => {
  assert.equal(words({}), "RS512 · signature unchecked");
  assert.equal(words({ signature: "failed" }), "RS512 · $(unverified) not made with any of your keys");
  assert.equal(words({ header: { alg: "none" } }), "$(error) not signed");
  assert.equal(words({ header: { alg: "[x](command:y)" } }), "signature unchecked");
  assert.equal(words({ kind: "JWE", header: { alg: "dir" } }), "only its header can be read without its key");
});

test("header and claims are one code block, with the moments of claims in words", () => {
  const { content } = hover(plain, ["JSON Web Token"]);

  assert.equal(
    content,
    [
      "```jsonc",
      "// Header",
      '{ "alg": "RS512", "typ": "JWT" }',
      "",
      "// Claims",
      "{",
      '  "iss": "k",',
      '  "iat": 1699999820, // 2023-11-14 22:10:20 UTC, 3 min ago',
      '  "exp": 1700000760 // 2023-11-14 22:26:00 UTC, in 12 min 40 s',
      "}",
      "```",
    ].join("\n"),
  );
});

test("the three worst findings are told, and how many there are besides", () => {
  const findings = [finding("error", "A"), finding("warning", "B"), finding("info", "C"), finding("info", "D")];

  const { summary } = hover({ ...plain, findings }, ["JSON Web Token"]);

  assert.deepEqual(read(summary).split("  \n").slice(2), [
    "$(error) A is wrong. Mend it.",
    "$(warning) B is wrong. Mend it.",
    "$(info) C is wrong. Mend it.",
    "and 1 more: Inspect shows them",
  ]);
});

test("the first line alone tells that a token is expired", () => {
  const expired: Inspection = { ...plain, state: "expired", claims: { exp: now - 60 } };
  const findings = [{ ...finding("error", "A"), code: "CLAIM_EXPIRED" as const }];

  const { summary } = hover({ ...expired, findings }, ["JSON Web Token"]);

  assert.equal(read(summary), "**JSON Web Token** · $(error) expired 1 min ago  \nRS512 · signature unchecked");
});

test("large claims are cut to what a hover has room for", () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`c${index}`, "x".repeat(5000)]));

  const { content } = hover({ ...plain, claims: many }, ["JSON Web Token"]);

  assert.ok(content.length < 20_000, String(content.length));
  assert.match(content, /\n\/\/ … Inspect shows the rest\n```$/);
});

test("nothing of a token is read as Markdown", () => {
  const payloads = [
    "[a](command:b)",
    "![i](https://e.test/x.png)",
    "</code><img src=x>",
    "\n```\n[a](b)\n```\n",
    "`".repeat(9),
  ];
  for (const payload of payloads) {
    const token = { ...plain, header: { alg: payload, [payload]: payload }, claims: { [payload]: payload } };

    const { summary, content } = hover(token, [payload]);

    assert.match(summary.replaceAll(/&#\d+;/g, ""), /^[\w *·\n()$-]*$/, payload);
    const fence = /^`+/.exec(content)?.[0] ?? "";
    assert.equal(content.split("\n").filter((line) => line.trimStart().startsWith(fence)).length, 2, payload);
  }
});

test("numbers have the token's own digits, and a member that stands twice is there twice", () => {
  const claims = exact(`{"n":[12345678901234567890,1.0,1e400,-0,1E5],"2":1,"1":2,"n":0,"exp":${now + 60}.50}`);

  const { content } = hoverText(plain, { header: exact({}), claims }, ["JSON Web Token"], now);

  assert.match(
    content,
    /"n": \[ 12345678901234567890, 1\.0, 1e400, -0, 1E5 \],\n {2}"2": 1,\n {2}"1": 2,\n {2}"n": 0,/,
  );
  assert.match(content, /"exp": 1700000060\.50 \/\/ 2023-11-14 22:14:20 UTC, in 1 min/);
});

test("a number of a million digits is cut", () => {
  const { content } = hoverText(plain, { header: exact(`{"n":${"1".repeat(1_000_000)}}`) }, ["JSON Web Token"], now);

  assert.ok(content.length < 1000, String(content.length));
});
