import assert from "node:assert/strict";
import { test } from "node:test";
import { assertRefused, insertAt } from "../insertion.ts";

const auth = "Authorization: Bearer new.jwt.sig";

const rows: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    "an indented delimiter is one",
    "GET https://a/1\n  ### two\nGET https://a/2‸\n",
    `GET https://a/1\n  ### two\nGET https://a/2\n${auth}\n`,
  ],
  [
    "four hashes and glued text are a delimiter",
    "GET https://a/1‸\n####x\nGET https://a/2\n",
    `GET https://a/1\n${auth}\n####x\nGET https://a/2\n`,
  ],
  [
    "comments may stand above a request without a delimiter, below the blank line",
    "GET https://a/1\n\n# two\n// again\nGET https://a/2‸\n",
    `GET https://a/1\n\n# two\n// again\nGET https://a/2\n${auth}\n`,
  ],
  [
    "two hashes are a comment",
    "GET https://a/1\n## x\nAccept: */*‸\n",
    `GET https://a/1\n${auth}\n## x\nAccept: */*\n`,
  ],
  [
    "a cursor on a delimiter means the request below",
    "GET https://a/1\n‸###\nGET https://a/2\n",
    `GET https://a/1\n###\nGET https://a/2\n${auth}\n`,
  ],
  [
    "a cursor on the blank line above a delimiter means the request above",
    "GET https://a/1\n‸\n###\nGET https://a/2\n",
    `GET https://a/1\n${auth}\n\n###\nGET https://a/2\n`,
  ],
  ["empty blocks do not matter", "###\n\n###\n###\nGET https://a/2‸\n", `###\n\n###\n###\nGET https://a/2\n${auth}\n`],
  [
    "a method line below a blank line starts a request",
    "GET https://a/1\n\nGET https://a/2‸\n",
    `GET https://a/1\n\nGET https://a/2\n${auth}\n`,
  ],
  [
    "the request above a bare method line ends there",
    "GET https://a/1‸\n\nGET https://a/2\n",
    `GET https://a/1\n${auth}\n\nGET https://a/2\n`,
  ],
  [
    "a lower-case method line in a body stays body",
    "POST https://a/1\n\nget https://a/2‸\n",
    `POST https://a/1\n${auth}\n\nget https://a/2\n`,
  ],
  [
    "a method line below text stays body",
    "POST https://a/1\n\nSee:\nGET https://a/2‸\n",
    `POST https://a/1\n${auth}\n\nSee:\nGET https://a/2\n`,
  ],
  [
    "prose that starts with a method's name stays body",
    "POST https://a/1\n\nDear all\n\nGET the report‸ today\n",
    `POST https://a/1\n${auth}\n\nDear all\n\nGET the report today\n`,
  ],
  [
    "a method line in an application/http body stays body",
    "POST https://a/1\ncontent-type: application/http\n\nGET /x‸\n",
    `POST https://a/1\n${auth}\ncontent-type: application/http\n\nGET /x\n`,
  ],
  [
    "force-region-delimiter keeps a method line in the body",
    "POST https://a/1\n// @force-region-delimiter\n\nGET /x‸\n",
    `POST https://a/1\n${auth}\n// @force-region-delimiter\n\nGET /x\n`,
  ],
  [
    "a method line in a response handler starts nothing",
    "GET https://a/1\n\n> {%\n\nGET https://a/2‸\n%}\n",
    `GET https://a/1\n${auth}\n\n> {%\n\nGET https://a/2\n%}\n`,
  ],
  [
    "a delimiter inside a block comment is none",
    "/*\n### old\nGET https://a/old\n*/\nGET https://a/new‸\n",
    `/*\n### old\nGET https://a/old\n*/\nGET https://a/new\n${auth}\n`,
  ],
  [
    "a block comment that never closes is none",
    "POST https://a/1\n\n/*\n###\nGET https://a/2‸\n",
    `POST https://a/1\n\n/*\n###\nGET https://a/2\n${auth}\n`,
  ],
  [
    "a script ends before the next delimiter",
    "{{\n###\nGET https://a/2‸\n\n}}\n",
    `{{\n###\nGET https://a/2\n${auth}\n\n}}\n`,
  ],
  [
    "a script on every request is skipped",
    "{{+request\n  request.url = '';\n}}\nGET https://a/1‸",
    `{{+request\n  request.url = '';\n}}\nGET https://a/1\n${auth}`,
  ],
  [
    "a JetBrains script before the request is skipped",
    "< {%\n  request.variables.set('a', 'b')\n%}\nGET https://a/1‸",
    `< {%\n  request.variables.set('a', 'b')\n%}\nGET https://a/1\n${auth}`,
  ],
  [
    "a one-line script before the request is skipped",
    "< {% x() %}\nGET https://a/1‸",
    `< {% x() %}\nGET https://a/1\n${auth}`,
  ],
  [
    "a script file before the request is skipped",
    "< ./before.js\nGET https://a/1‸",
    `< ./before.js\nGET https://a/1\n${auth}`,
  ],
  [
    "Kulala's import and run are skipped",
    "import ./all.http\nrun #Login\nGET https://a/1‸",
    `import ./all.http\nrun #Login\nGET https://a/1\n${auth}`,
  ],
  [
    "a proto import and its options are skipped",
    "proto < ./a.proto\nkeepCase: true\n\nGRPC a:1/S/m‸\n\n{}\n",
    `proto < ./a.proto\nkeepCase: true\n\nGRPC a:1/S/m\n${auth}\n\n{}\n`,
  ],
  [
    "a GraphQL fragment before the request is skipped",
    "fragment F on User {\n  id\n}\n\nGRAPHQL https://a/q‸\n",
    `fragment F on User {\n  id\n}\n\nGRAPHQL https://a/q\n${auth}\n`,
  ],
  [
    "a byte order mark is no part of the delimiter",
    "\uFEFF### one\nGET https://a/1‸\n",
    `\uFEFF### one\nGET https://a/1\n${auth}\n`,
  ],
  [
    "a lone carriage return ends no line",
    "GET https://a/1\rGET https://a/2‸\n",
    `GET https://a/1\rGET https://a/2\n${auth}\n`,
  ],
];

for (const [name, before, after] of rows) {
  test(name, () => assert.equal(insertAt(before).text, after));
}

const fenced =
  "# A\n\n```http\nGET https://a/1\n\n### two\nGET https://a/2\n```\n\ntext\n\n```rest\nGET https://a/3\n```\n\n```json\nGET https://a/4\n```\n";

test("in Markdown a delimiter separates the requests of a fence", () => {
  const { text } = insertAt(fenced.replace("a/2", "a/2‸"), { as: "header", markdown: true });

  assert.equal(text, fenced.replace("a/2", `a/2\n${auth}`));
});

test("in Markdown the opening line of a fence means its first request", () => {
  const { text } = insertAt(fenced.replace("```rest", "```rest‸"), { as: "header", markdown: true });

  assert.equal(text, fenced.replace("a/3", `a/3\n${auth}`));
});

test("in Markdown other fences and prose hold no request", () => {
  assertRefused(fenced.replace("a/4", "a/4‸"), "NO_REQUEST_HERE", { as: "header", markdown: true });
  assertRefused(fenced.replace("text", "text‸"), "NO_REQUEST_HERE", { as: "header", markdown: true });
});

test("in Markdown a fence that never closes goes to the end of the file", () => {
  assert.equal(
    insertAt("~\n```HTTP\nGET https://a/1‸", { as: "header", markdown: true }).text,
    `~\n\`\`\`HTTP\nGET https://a/1\n${auth}`,
  );
});

test("what holds no request is refused with a remedy", () => {
  for (const marked of [
    "‸",
    "‸# only\n// comments\n",
    "GET https://a/1\n\n###\n‸",
    "###\n\n###‸",
    "### A\nHTTP/1.1 404 Not Found\n\n{}‸\n",
    "@a = 1\n@b = 2‸",
  ]) {
    assertRefused(marked, "NO_REQUEST_HERE");
    assertRefused(marked, "NO_REQUEST_HERE", { as: "variable" });
  }
});

test("MQTT and AMQP requests are refused, since they have no headers", () => {
  for (const marked of ["MQTT tcp://a‸", "AMQP amqp://a\n‸", "mqtts://a/b‸", "### x‸\namqp://a"]) {
    assertRefused(marked, "REQUEST_PROTOCOL_UNSUPPORTED");
  }
});

test("cursors in no request are skipped when another stands in one", () => {
  const { text, requests, warnings } = insertAt("‸@a = 1\n###\nMQTT tcp://a‸\n###\nGET https://a/1‸\n");

  assert.equal(text, `@a = 1\n###\nMQTT tcp://a\n###\nGET https://a/1\n${auth}\n`);
  assert.equal(requests, 1);
  assert.match(warnings.join(), /MQTT/);
});

test("a cursor below the text means its last line", () => {
  assert.equal(insertAt("GET https://a/1\n‸").text, `GET https://a/1\n${auth}\n`);
});
