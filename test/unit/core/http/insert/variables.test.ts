import assert from "node:assert/strict";
import { test } from "node:test";
import { bearer, insertAt } from "../insertion.ts";

const value = "@token = new.jwt.sig";
const auth = "Authorization: Bearer {{token}}";

const rows: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    "a definition goes below the delimiter, above comments",
    "### A\n\n# c\nGET https://a/1‸\n",
    `### A\n${value}\n\n# c\nGET https://a/1\n${auth}\n`,
  ],
  [
    "a definition goes below those of its own block",
    "### A\n@a = 1\n# c\n@b = 2\nGET https://a/1‸\n",
    `### A\n@a = 1\n# c\n@b = 2\n${value}\nGET https://a/1\n${auth}\n`,
  ],
  [
    "definitions that start the file are preferred to the block's own",
    "@a = 1\n###\n@b = 2\nGET https://a/1‸\n",
    `@a = 1\n${value}\n###\n@b = 2\nGET https://a/1\n${auth}\n`,
  ],
  [
    "an opening block of comments takes no definition",
    "# c\n###\nGET https://a/1‸\n",
    `# c\n###\n${value}\nGET https://a/1\n${auth}\n`,
  ],
  [
    "a named opening block takes no definition",
    "# @name v\n@a = 1\n###\nGET https://a/1‸\n",
    `# @name v\n@a = 1\n###\n${value}\nGET https://a/1\n${auth}\n`,
  ],
  [
    "an untitled delimiter may stand before the opening block",
    "###\n@a = 1\n###\nGET https://a/1‸\n",
    `###\n@a = 1\n${value}\n###\nGET https://a/1\n${auth}\n`,
  ],
  [
    "the own definition is preferred to a global one",
    "@token = g\n###\n@token = o\nGET https://a/1‸\n",
    `@token = g\n###\n${value}\nGET https://a/1\n${auth}\n`,
  ],
  [
    "the last global definition is the one to change",
    "@token = a\n###\n@token = b\n###\nGET https://a/1‸\n",
    `@token = a\n###\n${value}\n###\nGET https://a/1\n${auth}\n`,
  ],
  [
    "a reference's own name is used",
    "@jwt = old\nGET https://a/1‸\nAuthorization: Bearer {{jwt}}\n",
    "@jwt = new.jwt.sig\nGET https://a/1\nAuthorization: Bearer {{jwt}}\n",
  ],
  [
    "an undefined reference gets its definition",
    "GET https://a/1‸\nAuthorization: bearer {{ my-jwt }}\n",
    "@my-jwt = new.jwt.sig\nGET https://a/1\nAuthorization: Bearer {{ my-jwt }}\n",
  ],
  [
    "an undefined whole reference gets scheme and token",
    "GET https://a/1‸\nAuthorization: {{auth}}\n",
    "@auth = Bearer new.jwt.sig\nGET https://a/1\nAuthorization: {{auth}}\n",
  ],
  [
    "a response reference is no variable",
    "GET https://a/1‸\nAuthorization: Bearer {{login.response.body.t}}\n",
    `${value}\nGET https://a/1\n${auth}\n`,
  ],
  [
    "a system variable is no file variable",
    "GET https://a/1‸\nAuthorization: Bearer {{$dotenv T}}\n",
    `${value}\nGET https://a/1\n${auth}\n`,
  ],
  [
    "the variable of another scheme is left alone",
    "@basic = x\nGET https://a/1‸\nAuthorization: Basic {{basic}}\n",
    `@basic = x\n${value}\nGET https://a/1\n${auth}\n`,
  ],
  [
    "duplicates of a referring header go",
    `@token = x\nGET https://a/1‸\n${auth}\nauthorization: y\n`,
    `${value}\nGET https://a/1\n${auth}\n`,
  ],
  [
    "a name used by a titled block is not taken over",
    "### vars\n@token = x\n### B\nGET https://a/1‸\n",
    "### vars\n@token = x\n### B\n@token2 = new.jwt.sig\nGET https://a/1\nAuthorization: Bearer {{token2}}\n",
  ],
  [
    "the first free name is taken",
    "### A\n@token = x\n@token2 = y\nGET https://a/1\n### B\nGET https://a/2‸\n",
    "### A\n@token = x\n@token2 = y\nGET https://a/1\n### B\n@token3 = new.jwt.sig\nGET https://a/2\nAuthorization: Bearer {{token3}}\n",
  ],
  [
    "a request called token hides a variable of that name",
    "# @name token\nGET https://a/1\n### B\nGET https://a/2‸\n",
    "# @name token\nGET https://a/1\n### B\n@token2 = new.jwt.sig\nGET https://a/2\nAuthorization: Bearer {{token2}}\n",
  ],
  [
    "a prompt hides a variable of its name, also one that is defined",
    "@token = x\n# @prompt token\nGET https://a/1‸\nAuthorization: Bearer {{token}}\n",
    "@token = x\n@token2 = new.jwt.sig\n# @prompt token\nGET https://a/1\nAuthorization: Bearer {{token2}}\n",
  ],
  [
    "a whole reference defined elsewhere becomes a new variable",
    "### A\n@auth = Bearer x\nGET https://a/1\n### B\nGET https://a/2‸\nAuthorization: {{auth}}\n",
    "### A\n@auth = Bearer x\nGET https://a/1\n### B\n@token2 = new.jwt.sig\nGET https://a/2\nAuthorization: Bearer {{token2}}\n",
  ],
  [
    "a definition in a block comment is not visible",
    "/*\n@token = x\n*/\nGET https://a/1‸\n",
    "@token2 = new.jwt.sig\n/*\n@token = x\n*/\nGET https://a/1\nAuthorization: Bearer {{token2}}\n",
  ],
  [
    "httpYac's definition without an equals sign keeps its form",
    `@token old\nGET https://a/1‸\n${auth}\n`,
    `@token new.jwt.sig\nGET https://a/1\n${auth}\n`,
  ],
  [
    "an indented definition keeps its indent",
    `  @token  =  old \nGET https://a/1‸\n${auth}\n`,
    `  @token  =  new.jwt.sig\nGET https://a/1\n${auth}\n`,
  ],
  ["a name without a value gets one", `@token\nGET https://a/1‸\n${auth}\n`, `${value}\nGET https://a/1\n${auth}\n`],
  [
    "a request without a delimiter gets one, so that httpYac sees its definition",
    "GET https://a/1\n\nGET https://a/2‸\n",
    `GET https://a/1\n\n###\n${value}\nGET https://a/2\n${auth}\n`,
  ],
  [
    "lines end as the document's",
    "### A\r\nGET https://a/1‸\r\n",
    `### A\r\n${value}\r\nGET https://a/1\r\n${auth}\r\n`,
  ],
];

for (const [name, before, after] of rows) {
  test(name, () => assert.equal(insertAt(before, { as: "variable" }).text, after));
}

test("requests that share a definition have it changed once", () => {
  const { text, requests } = insertAt("@token = x\n###\nGET https://a/1‸\n###\nGET https://a/2‸\n", { as: "variable" });

  assert.equal(text, `${value}\n###\nGET https://a/1\n${auth}\n###\nGET https://a/2\n${auth}\n`);
  assert.equal(requests, 2);
});

test("requests that share the opening block get one definition there", () => {
  const { text } = insertAt("@a = 1\n###\nGET https://a/1‸\n###\nGET https://a/2‸\n", { as: "variable" });

  assert.equal(text, `@a = 1\n${value}\n###\nGET https://a/1\n${auth}\n###\nGET https://a/2\n${auth}\n`);
});

test("requests that refer to one variable in two ways both get the token", () => {
  const { text } = insertAt(
    "@t = x\n###\nGET https://a/1‸\nAuthorization: {{t}}\n###\nGET https://a/2‸\nAuthorization: Bearer {{t}}\n",
    { as: "variable" },
  );

  assert.equal(
    text,
    "@t = Bearer new.jwt.sig\n###\nGET https://a/1\nAuthorization: {{t}}\n###\nGET https://a/2\nAuthorization: {{t}}\n",
  );
});

test("a later definition of the name is warned of, since it wins in REST Client", () => {
  const marked = "### A\n@token = x\nGET https://a/1‸\n### B\n@token = y\nGET https://a/2\n";

  assert.match(insertAt(marked, { as: "variable" }).warnings.join(), /Line 5 defines "token"/);
  assert.deepEqual(insertAt(marked.replace("a/2", "a/2‸"), { as: "variable" }).warnings, []);
});

test("a raw token replaces a referring Bearer header's scheme too", () => {
  assert.equal(
    insertAt("@t = x\nGET https://a/1‸\nAuthorization: Bearer {{t}}", { as: "variable" }, { compact: bearer.compact })
      .text,
    "@t = new.jwt.sig\nGET https://a/1\nAuthorization: {{t}}",
  );
});

test("in Markdown the definitions of a fence without request are those of all fences", () => {
  assert.equal(
    insertAt("```http\n@token = x\n```\ntext\n```http\nGET https://a/1‸\n```\n", { as: "variable", markdown: true })
      .text,
    "```http\n@token = new.jwt.sig\n```\ntext\n```http\nGET https://a/1\nAuthorization: Bearer {{token}}\n```\n",
  );
});

test("in Markdown a definition in the prose is not taken over", () => {
  assert.equal(
    insertAt("@token = prose\n```http\nGET https://a/1‸\n```\n", { as: "variable", markdown: true }).text,
    "@token = prose\n```http\n@token2 = new.jwt.sig\nGET https://a/1\nAuthorization: Bearer {{token2}}\n```\n",
  );
});

test("in Markdown a second request without delimiter gets its definition in a fence of its own", () => {
  assert.equal(
    insertAt("```rest\nGET https://a/1\n\nPOST https://a/2‸\n```\n", { as: "variable", markdown: true }).text,
    "```rest\nGET https://a/1\n\n```\n\n```rest\n@token = new.jwt.sig\nPOST https://a/2\nAuthorization: Bearer {{token}}\n```\n",
  );
});
