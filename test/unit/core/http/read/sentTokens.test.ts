import assert from "node:assert/strict";
import { test } from "node:test";
import { sentWith } from "../../../../../src/core/http/read/sentTokens.ts";
import type { FileKind } from "../../../../../src/core/http/read/tokens.ts";
import { readTokens } from "../atOnce.ts";
import { compactOf } from "../../../../tokens.ts";

const token = compactOf({ alg: "HS256" }, { sub: "a" });

/** How the request of a text sends the token that stands in it as «t». */
function sentIn(marked: string, kind: FileKind = "http") {
  const text = marked.replaceAll("«t»", token);
  const [request] = readTokens(text, kind).requests;
  assert.ok(request?.token);
  return sentWith(request.token, request, (line) => text.split("\n")[line] ?? "");
}

const get = "GET https://a.test/";

test("the word in front of the token and the URL are told", () => {
  const { scheme, url } = sentIn(`${get}\nAuthorization: Bearer «t»`);

  assert.deepEqual([scheme, url], ["Bearer", "https://a.test/"]);
});

const known: readonly (readonly [text: string, headers: readonly string[], kind?: FileKind])[] = [
  [`${get}\nAuthorization: «t»`, ["authorization"]],
  [`${get}\nX-API-Key: {{key}}\nAUTHORIZATION: «t»\n\nX-Body: 1`, ["x-api-key", "authorization"]],
  [`@t = «t»\n\n${get}\nAuthorization: {{t}}\nX-Key\n# X-Comment: 1`, ["authorization", "x-key"]],
  [`curl https://a.test -H "Authorization: «t»" \\\n --header='X-API-Key: $KEY'`, ["authorization", "x-api-key"]],
  ["# Title\n```http\nGET https://a.test\nX-Key: 1\nAuthorization: «t»\n```\n", ["x-key", "authorization"], "markdown"],
];

for (const [text, headers, kind] of known) {
  test(`the headers of ${JSON.stringify(text)} are known`, () => assert.deepEqual(sentIn(text, kind).headers, headers));
}

const unknown = [
  `${get}\nAuthorization: «t»\n...headers`,
  `${get}\nAuthorization: «t»\n{{name}}: 1`,
  `curl https://a.test -H "Authorization: «t»" -H @headers.txt`,
  `curl https://a.test -H "Authorization: «t»" -H "$HEADER"`,
  `curl https://a.test -H "Authorization: «t»" -H "{{name}}: 1"`,
  `curl -sK config https://a.test -H "Authorization: «t»"`,
];

for (const text of unknown) {
  test(`the headers of ${JSON.stringify(text)} are not all known`, () => assert.equal(sentIn(text).headers, undefined));
}
