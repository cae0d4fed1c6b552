import assert from "node:assert/strict";
import { test } from "node:test";
import type { TextEdit } from "../../../../src/core/http/insert/edit.ts";
import { acceptanceCases } from "./acceptanceCases.ts";
import { applyEdits } from "./applyEdits.ts";
import { bearer, readMarks } from "./insertion.ts";
import { sentByHttpyac } from "./sentByHttpyac.ts";
import { editsForToken } from "./atOnce.ts";

/** Texts with a cursor in a request that httpYac can send. Both ways of inserting are tried on each. */
const own: readonly string[] = [
  "‸GET https://a.test/1",
  "GET https://a.test/1\n  ?a=1\n# &b=2\n  &c=3‸\nAccept: */*\n",
  "POST https://a.test/1‸\nAuthorization: Basic a b\nauthorization: c\nAUTHORIZATION: d\n\nbody\n",
  "POST https://a.test/1‸\r\nContent-Type: text/plain\r\n\r\nAuthorization: x\r\n",
  "### one\nGET https://a.test/1\nAuthorization: Bearer x\n\n### two‸\n# @name two\nGET https://a.test/2\n",
  "GET https://a.test/1\nAuthorization: Bearer x\n\nGET https://a.test/2‸\n",
  "GET https://a.test/1‸\n\nGET https://a.test/2\nAuthorization: Bearer x\n",
  "@host = https://a.test\n\n###\nGET {{host}}/1\n\n###\nGET {{host}}/2‸\n",
  "### A\n@token = x\nGET https://a.test/1\nAuthorization: Bearer {{token}}\n\n### B\nGET https://a.test/2‸\n",
  "@auth = Bearer x\n\nGET https://a.test/1‸\nAuthorization: {{auth}}\n",
  '@jwt = "x"\n###\nGET https://a.test/1‸\nAuthorization: bearer {{ jwt }}\n',
  "GET https://a.test/1‸\nAuthorization: Bearer {{jwt}}\n\n###\n@jwt = x\n",
  "/*\n### old\nGET https://a.test/old\n*/\nGET https://a.test/new‸\nAccept: */*\n",
  'POST https://a.test/1‸\nContent-Type: application/json\n{"Authorization": 1}\n',
  "GET https://a.test/1‸\n?? status == 200\n",
  "GET https://a.test/1‸\n>> out.json\n",
  "GET https://a.test/1‸\nAccept: */*\n?a=1\nAuthorization: x\n",
  "  ### one\nGET https://a.test/1‸\n  ### two\nGET https://a.test/2\n",
  "POST https://a.test/1‸\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nGET https://a.test/2\nAuthorization: x\n\n--b--\n",
];

interface Insertion {
  readonly before: string;
  readonly edits: readonly TextEdit[];
  /** The cursor's line. */
  readonly line: number;
  readonly token: string;
}

async function assertSent({ before, edits, line, token }: Insertion): Promise<void> {
  // On a delimiter httpYac has no region; the line below is in one.
  const inside = before.split("\n")[line]?.startsWith("###") === true ? line + 1 : line;
  const growth = edits
    .filter(({ start }) => start.line < inside || (start.line === inside && start.character === 0))
    .reduce((sum, { start, end, text }) => sum + text.split("\n").length - 1 - (end.line - start.line), 0);
  const after = applyEdits(before, edits);

  const sent = await sentByHttpyac(after, inside + growth);

  const authorizations = Object.entries(sent ?? {}).filter(([name]) => name.toLowerCase() === "authorization");
  assert.deepEqual(
    authorizations.map(([, value]) => value),
    [`Bearer ${token}`],
    after,
  );
}

for (const marked of own) {
  for (const as of ["header", "variable"] as const) {
    test(`httpYac sends exactly the token, as ${as}, for ${JSON.stringify(marked)}`, async () => {
      const { text, cursors } = readMarks(marked);
      const { edits } = editsForToken(text, cursors, bearer, { as });

      await assertSent({ before: text, edits, line: cursors[0]?.line ?? 0, token: bearer.compact });
    });
  }
}

for (const row of acceptanceCases) {
  if (!row.verify.includes("httpyac") || row.parseOnly === true) continue;
  test(`httpYac sends exactly the token for the acceptance case "${row.name}"`, async () => {
    const delivery = { compact: row.token, scheme: "Bearer" };
    const { edits } = editsForToken(row.before, [row.cursor], delivery, { as: row.mode });

    await assertSent({ before: row.before, edits, line: row.cursor.line, token: row.token });
  });
}
