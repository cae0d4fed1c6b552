import assert from "node:assert/strict";
import { test } from "node:test";
import { type FileKind, isReplaceable, requestAt, tokenAt } from "../../../../../src/core/http/read/tokens.ts";
import { assertLinear } from "../../../linear.ts";
import { editsForToken, linesOf, readTokens } from "../atOnce.ts";
import * as steps from "../../../../../src/core/http/read/tokens.ts";
import { compactOf } from "../../../../tokens.ts";

const tokenOf = (sub: string) => compactOf({ alg: "HS256" }, { sub });

/** Reads a text in which `«name»` stands for a token with that subject. */
function read(marked: string, kind: FileKind = "http") {
  const file = readTokens(
    marked.replaceAll(/«(\w+)»/g, (_all, sub: string) => tokenOf(sub)),
    kind,
  );
  const name = (token: (typeof file.tokens)[number] | undefined) => token?.decoded.claims?.["sub"];
  return { file, name };
}

const get = "GET https://a.test/";

const places: readonly (readonly [where: string, text: string])[] = [
  ["header", `${get}\nX-Token: «t»`],
  ["header", `${get}\nAuthorization: Bearer\n  «t»`],
  ["url", `${get}?t=«t»`],
  ["url", `${get}\nAccept: */*\n&t=«t»`],
  ["variable", `@t = «t»\n${get}`],
  ["variable", `${get}\n\n###\n@auth = Bearer «t»`],
  ["variable", `${get}\n\n@t = «t»`],
  ["body", `POST https://a.test/\n\n{"t":"«t»"}`],
  ["body", `POST https://a.test/\n{"t":"«t»"}`],
  ["comment", `### «t»\n${get}`],
  ["comment", `${get}\n\n// «t»`],
  ["comment", `/*\nAuthorization: Bearer «t»\n*/\n${get}`],
  ["script", `{{\n  exports.t = "«t»";\n}}\n${get}`],
  ["script", `< {% request.variables.set("t", "«t»") %}\n${get}`],
  ["script", `${get}\n\n> {%\n  client.global.set("t", "«t»");\n%}`],
  ["script", `${get}\n\n?? header authorization == «t»`],
  ["response", `${get}\n\n###\nHTTP/1.1 200 OK\nX-Token: «t»`],
  ["curl", `curl https://a.test \\\n  -H 'X-Token: «t»'`],
];

for (const [where, text] of places) {
  test(`the token of ${JSON.stringify(text)} is found as ${where}`, () => {
    for (const eol of ["\n", "\r\n"]) {
      const marked = text.replaceAll("\n", eol);
      const { tokens } = read(marked).file;
      assert.deepEqual(
        tokens.map((token) => token.where),
        [where],
      );
      const line = marked.split(eol).findIndex((each) => each.includes("«"));
      const start = marked.split(eol)[line]?.indexOf("«");
      assert.deepEqual(
        tokens.map((token) => [token.line, token.start]),
        [[line, start]],
      );
    }
  });
}

test("only the inside of fences counts in Markdown, and all of an environment file", () => {
  const { file } = read(`«a»\n\n\`\`\`http\n${get}\nX: «b»\n\`\`\`\n«c»`, "markdown");
  assert.deepEqual(
    file.tokens.map(({ line, where }) => [line, where]),
    [[4, "header"]],
  );
  assert.deepEqual(
    read("TOKEN=«a»\n# «b»", "env").file.tokens.map(({ where }) => where),
    ["env", "env"],
  );
});

const sent: readonly (readonly [name: string, text: string, sub: string | undefined])[] = [
  ["the header's own token", `${get}\nAuthorization: Bearer «own»`, "own"],
  ["a raw token", `${get}\nauthorization: «raw»`, "raw"],
  ["a file variable", `@t = «v»\n${get}\nAuthorization: Bearer {{ t }}`, "v"],
  ["a variable with the scheme in it", `@auth = Bearer «v»\n${get}\nAuthorization: {{auth}}`, "v"],
  ["a variable of a variable", `@a = «v»\n@b = Bearer {{a}}\n${get}\nAuthorization: {{b}}`, "v"],
  ["variables that refer to each other", `@a = {{b}}\n@b = {{a}}\n${get}\nAuthorization: {{b}}`, undefined],
  ["the last definition of its own block", `@t = «a»\n@t = «b»\n${get}\nAuthorization: Bearer {{t}}`, "b"],
  ["its own block's before a global one", `@t = «a»\n\n###\n@t = «b»\n${get}\nAuthorization: Bearer {{t}}`, "b"],
  [
    "a global one before another block's",
    `${get}\nAuthorization: Bearer {{t}}\n###\n@t = «a»\n###\n@t = «b»\n${get}`,
    "a",
  ],
  ["another block's, as REST Client does", `${get}\nAuthorization: Bearer {{t}}\n###\n@t = «b»\n${get}`, "b"],
  ["another header where there is no Authorization", `${get}\nCookie: jwt=«c»`, "c"],
  ["Authorization's own, though another header has the same", `${get}\nX: «a»\nAuthorization: Bearer «a»`, "a"],
  ["the first of those equally near", `@a = {{b}} {{c}}\n@b = «b»\n@c = «c»\n${get}\nAuthorization: {{a}}`, "b"],
  ["the nearest", `@a = {{b}} {{c}}\n@b = {{d}}\n@c = «c»\n@d = «d»\n${get}\nAuthorization: {{a}}`, "c"],
  [
    "its own block's in the place of one that a shared variable refers to",
    `@auth = Bearer {{t}}\n@t = «a»\n\n###\n@t = «b»\n${get}\nAuthorization: {{auth}}`,
    "b",
  ],
  ["a curl option", `curl -H "Authorization: Bearer «c»" https://a.test`, "c"],
  ["a variable in a curl option", `@t = «v»\ncurl -H "Authorization: Bearer {{t}}" https://a.test`, "v"],
  ["nothing of a comment, a URL or a body", `${get}?t=«u»\n# «c»\n\n«b»`, undefined],
];

for (const [name, text, sub] of sent) {
  test(`a request is sent with ${name}`, () => {
    const { file, name: nameOf } = read(text);
    assert.equal(nameOf(file.requests[0]?.token), sub);
  });
}

test("a request that others authorize is told from one that lacks a token", () => {
  const elsewhere = ["Basic a b", "Bearer {{login.response.body.token}}", "Bearer {{$processEnv T}}", "Bearer {{env}}"];
  for (const value of elsewhere) {
    assert.ok(read(`${get}\nAuthorization: ${value}`).file.requests[0]?.authorizedElsewhere, value);
  }
  for (const line of ["", "Authorization: Bearer TOKEN", "Authorization: Bearer", "Authorization: Bearer {{t}}"]) {
    assert.equal(read(`@t =\n${get}\n${line}`).file.requests[0]?.authorizedElsewhere, false, line);
  }
});

test("recorded responses, message queues and empty blocks are no requests", () => {
  const { file } = read("HTTP/1.1 200 OK\n\n###\nMQTT mqtt://a.test\n\n###\n@a = 1\n\n###\n# x");

  assert.deepEqual(file.requests, []);
});

test("a cursor means the token under it, else that of its request; a delimiter belongs to the request below", () => {
  const { file, name } = read(
    `@a = «a»\n\n###\n${get}?x=«u»\nX-One: «one»\nAuthorization: Bearer {{a}}\n\n###\n${get}\n`,
  );
  const at = (line: number, character = 0) => name(tokenAt(file, { line, character }));

  assert.deepEqual([at(0), at(2), at(3, 30), at(4), at(5), at(6), at(7)], ["a", "a", "a", "one", "a", "a", undefined]);
  assert.equal(requestAt(file, 1), undefined);
  assert.equal(requestAt(file, 7)?.line, 8);
});

test("only headers, variables and curl commands may be given another token", () => {
  const { file } = read(`@a = «a»\n${get}?x=«u»\nX: «x»\n# «c»\n\n«b»\n###\ncurl -H "X: «x»" https://a`);

  assert.deepEqual(
    file.tokens.filter(isReplaceable).map(({ where }) => where),
    ["variable", "header", "curl"],
  );
});

/** So many of them, one after the other. */
const many = (count: number, what: (index: number) => string, separator = "\n") =>
  Array.from({ length: count }, (_, index) => what(index)).join(separator);

const requestWithBody = (index: number) => {
  const body = `{"text": "${"x".repeat(200)}"}`;
  return `### ${index}\nPOST https://a.test/${index}\nAuthorization: Bearer ${tokenOf(String(index))}\nAccept: */*\n\n${body}\n`;
};

test("5000 requests in two megabytes are read, and cost no more than their length", async () => {
  assert.equal(readTokens(many(5000, requestWithBody), "http").requests.length, 5000);
  await assertLinear(
    "requests",
    { make: (count) => many(count, requestWithBody), work: (text) => readTokens(text, "http") },
    625,
  );
});

test("of two equal tokens the request is sent with the one in Authorization", () => {
  const { file } = read(`${get}\nX: «a»\nAuthorization: Bearer «a»`);

  assert.equal(file.requests[0]?.token?.line, 2);
});

test("where the requests of a file refer to shared variables, each is sent with what its own block makes of them", () => {
  const requests = ["@t = «b»", "", "@t = «c»\n@other = x"].map(
    (own) => `###\n${own}\n${get}\nAuthorization: {{auth}}`,
  );
  const { file, name } = read(["@auth = Bearer {{t}}\n@t = «a»", ...requests].join("\n\n"));

  assert.deepEqual(
    file.requests.map(({ token }) => name(token)),
    ["b", "a", "c"],
  );
});

const hostile: readonly (readonly [what: string, text: (size: number) => string, size: number])[] = [
  ["scripts that never close", (size) => `${get}\n\n> {%\n${tokenOf("a")}\n\n###\n`.repeat(size), 500],
  ["scripts of httpYac's that never close", (size) => `${get}\n\n{{\n${tokenOf("a")}\n\n###\n`.repeat(size), 500],
  ["comments that never close", (size) => `${get}\n\n/*\n${tokenOf("a")}\n\n###\n`.repeat(size), 500],
  ["tokens on one line", (size) => many(size, (index) => tokenOf(String(index)), " "), 500],
  [
    "tokens in Authorization",
    (size) => `${get}\nAuthorization: ${many(size, (index) => tokenOf(String(index)), ",")}`,
    500,
  ],
  [
    "tokens in headers",
    (size) => `${get}\n${many(size, (index) => `X-${index}: ${tokenOf("a")}`)}\nAuthorization: x`,
    500,
  ],
  [
    "a chain of variables, and as many requests that refer to it",
    (size) =>
      `${many(size, (index) => `@v${index} = {{v${index + 1}}}`)}\n@v${size} = ${tokenOf("a")}\n\n` +
      many(size, (index) => `###\n${get}\nAuthorization: Bearer {{v${index}}}\n`),
    300,
  ],
  [
    "the same with a variable of each request's own",
    (size) =>
      `${many(size, (index) => `@v${index} = {{v${index + 1}}}`)}\n@v${size} = ${tokenOf("a")}\n\n` +
      many(size, (index) => `###\n@own = {{v0}}\n${get}\nAuthorization: Bearer {{own}}${index}\n`),
    300,
  ],
  ["definitions of one name", (size) => `${many(size, () => "@a = {{a}}")}\n${get}\nAuthorization: {{a}}`, 500],
  ["references on one line", (size) => `@a = ${"{{b}}".repeat(size)}\n${get}\nAuthorization: {{a}}`, 2000],
  ["a URL of many lines", (size) => `${get}\n${"  ?a=1\n".repeat(size)}`, 5000],
  ["headers", (size) => `${get}\n${"Authorization: Bearer x\n".repeat(size)}`, 5000],
  ["folded headers", (size) => `${get}\nAuthorization: Bearer\n${"  x\n".repeat(size)}`, 5000],
  ["quotes in a curl command", (size) => `curl -H "Authorization: ${`\\"'`.repeat(size)}`, 5000],
  ["options of a curl command", (size) => `curl ${"-H a:b ".repeat(size)}-H "Authorization: x"`, 5000],
  ["fences", (size) => `\`\`\`http\n${get}\nAuthorization: ${tokenOf("a")}\n\`\`\`\n\n`.repeat(size), 500],
];

for (const [what, text, size] of hostile) {
  test(`reading takes no longer than the text is long: ${what}`, async () => {
    for (const kind of ["http", "markdown"] as const) {
      await assertLinear(what, { make: text, work: (made) => readTokens(made, kind) }, size);
    }
  });
}

for (const character of ["x", " ", "a:", "{{", "@", "#", "-", ".", "eyJ", "%41", "\\n"]) {
  test(`a line of megabytes is read without exhausting the stack: ${JSON.stringify(character)}`, () => {
    const line = character.repeat(6_000_000 / character.length);
    for (const text of [
      line,
      `${get}\n${line}\n\n${line}`,
      `${get}\nX: ${line}`,
      `@a = ${line}\n${get}\nAuthorization: {{a}}`,
    ]) {
      assert.ok(readTokens(text, "http").requests.length <= 2);
    }
  });
}

test("a curl command of megabytes is left alone", () => {
  const text = `curl https://a.test -H "Authorization: Bearer {{t}}" -d '${"x".repeat(2_000_000)}'`;

  assert.deepEqual(
    readTokens(text, "http").requests.map(({ token, headers }) => [token, headers]),
    [[undefined, undefined]],
  );
  assert.throws(() => editsForToken(text, [{ line: 0, character: 0 }], { compact: "T" }, { as: "header" }), {
    code: "REQUEST_TOO_LONG",
  });
});

test("a long text can be read in pieces, whatever it is made of", () => {
  const texts = [
    many(3000, (index) => `###\n${get}\nAuthorization: ${tokenOf(String(index))}\n`),
    `POST https://a.test\n\n${"body\n".repeat(100_000)}`,
    `${get}\n${"X: y\n".repeat(100_000)}`,
    `${get}\n\n> {%\n${"x\n".repeat(100_000)}%}\n${tokenOf("a")}`,
    "# comment\n".repeat(100_000),
    many(3000, (index) => tokenOf(String(index)), " "),
    "x".repeat(5_000_000),
  ];
  for (const text of texts)
    assert.ok([...steps.readTokens(linesOf(text).texts, "http")].length >= 5, text.slice(0, 60));
});
