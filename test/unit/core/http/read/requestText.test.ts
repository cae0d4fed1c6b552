import assert from "node:assert/strict";
import { test } from "node:test";
import type { RequestText } from "../../../../../src/core/http/read/requestText.ts";
import { type Random, randomFrom } from "../../../../fuzz/http/random.ts";
import { requestFile } from "../../../../fuzz/http/requestFile.ts";
import { linesOf, readRequests, rereadRequests, tokensOf } from "../atOnce.ts";
import { compactOf } from "../../../../tokens.ts";

const token = (sub: string) => compactOf({ alg: "HS256" }, { sub });

const added: readonly [string, ...string[]] = [
  "",
  "###",
  "### Title",
  "/*",
  "*/",
  "{{",
  "}}",
  "> {%",
  "%}",
  "# @name token",
  "# @forceRegionDelimiter",
  "body",
  "GET https://a.test/new",
  "HTTP/1.1 200 OK",
  "Content-Type: multipart/mixed",
  "X-Key: {{key}}",
  "...spread",
  "curl https://a.test \\",
  `@token = ${token("a")}`,
  `@jwt = ${token("b")}`,
  `Authorization: Bearer ${token("c")}`,
  "Authorization: {{token}}",
  "Authorization: Bearer {{jwt}}",
  ` -H "Authorization: Bearer ${token("d")}"`,
  `# ${token("e")}`,
];

const block = (name: string) => [
  "###",
  `GET https://a.test/${name}`,
  `Authorization: Bearer ${token(name)}`,
  "",
  "body",
];

function edited(before: RequestText, random: Random): RequestText {
  const first = random.below(before.texts.length);
  const removed = Math.min(random.below(4), before.texts.length - first);
  const lines = random.some(added, 3);
  // A text always has a line, even an empty one.
  return rereadRequests(before, { first, removed, added: removed === before.texts.length ? ["", ...lines] : lines });
}

test("after any edits, a text that was read on from is as if it were read anew", () => {
  for (let seed = 0; seed < 1_000; seed++) {
    const random = randomFrom(seed);
    let text = readRequests(linesOf(requestFile(seed).text).texts);
    for (let edits = 0; edits < 8; edits++) {
      const before = text;
      text = edited(before, random);

      const anew = readRequests(text.texts);
      const context = JSON.stringify([before.texts.join("\n"), text.texts.join("\n")]);
      assert.deepEqual(tokensOf(text), tokensOf(anew), context);
      assert.deepEqual(
        text.placed.map(({ start }) => start),
        anew.placed.map(({ start }) => start),
        context,
      );
    }
  }
});

test("what an edit leaves as it was stays the same object", () => {
  const before = readRequests(["a", "b", "c"].flatMap(block));

  const after = rereadRequests(before, { first: 9, removed: 1, added: ["other body"] });

  const [requests, requestsAfter] = [tokensOf(before).requests, tokensOf(after).requests];
  assert.deepEqual(
    requestsAfter.map((request, index) => request === requests[index]),
    [true, false, true],
  );
  const longer = rereadRequests(before, { first: 9, removed: 1, added: ["two", "lines"] });
  assert.equal(tokensOf(longer).requests[2]?.line, 12);
  assert.equal(tokensOf(longer).tokens[2]?.decoded, tokensOf(before).tokens[2]?.decoded);
});

test("a token stays the same object when something else in its block is edited, and is another when its own line is", () => {
  const before = readRequests(["a", "b"].flatMap(block));
  const tokenAfter = (first: number, lines: readonly string[]) =>
    tokensOf(rereadRequests(before, { first, removed: 1, added: lines })).tokens[1];
  const [, second] = tokensOf(before).tokens;

  assert.equal(tokenAfter(9, ["other body"]), second);
  assert.equal(tokenAfter(6, ["GET http://other.test"]), second);
  assert.notEqual(tokenAfter(7, [before.texts[7] ?? ""]), second);
  assert.equal(tokenAfter(9, ["two", "lines"]), second);
  assert.equal(tokenAfter(6, ["GET http://other.test", "Accept: text/plain"])?.line, 8);
});
