import assert from "node:assert/strict";
import { test } from "node:test";
import { editsForEnvFile, namesInEnvFile } from "../../../../../src/core/http/files/envFile.ts";
import { applySpanEdits } from "../applySpanEdits.ts";

const set = (text: string, name = "TOKEN") => applySpanEdits(text, editsForEnvFile(text, name, "NEW"));

const rows: readonly (readonly [what: string, before: string, after: string])[] = [
  ["an existing value is replaced", "A=1\nTOKEN=old\nB=2\n", "A=1\nTOKEN=NEW\nB=2\n"],
  ["export, blanks and the comment behind stay", "  export TOKEN = old # fresh\n", "  export TOKEN = NEW # fresh\n"],
  ["quotes stay", `TOKEN="old"\n`, `TOKEN="NEW"\n`],
  ["single quotes with a comment stay", `TOKEN='a # b' # c`, `TOKEN='NEW' # c`],
  ["a quoted value on several lines is one value", 'TOKEN="a\nB=1\nc"\nB=2\n', 'TOKEN="NEW"\nB=2\n'],
  ["an escaped quote ends no value", String.raw`TOKEN="a\"b"` + "\nB=1", 'TOKEN="NEW"\nB=1'],
  ["an opening quote alone is part of the value", 'TOKEN="old\nB=1\n', "TOKEN=NEW\nB=1\n"],
  ["an empty value is filled", "TOKEN=\nB=1\n", "TOKEN=NEW\nB=1\n"],
  ["an empty value before a comment is filled", "TOKEN= # later\n", "TOKEN=NEW # later\n"],
  ["a # directly behind = is a value", "TOKEN=#a\n", "TOKEN=NEW\n"],
  ["a # inside a value is no comment", "TOKEN=a#b\n", "TOKEN=NEW\n"],
  ["dotenv's colon is an assignment too", "TOKEN: old\n", "TOKEN: NEW\n"],
  ["every assignment of the name changes", "TOKEN=a\nTOKEN=b\n", "TOKEN=NEW\nTOKEN=NEW\n"],
  ["CR LF stays", "A=1\r\nTOKEN=old\r\nB=2\r\n", "A=1\r\nTOKEN=NEW\r\nB=2\r\n"],
  ["a byte order mark belongs to no name", "\uFEFFTOKEN=old\n", "\uFEFFTOKEN=NEW\n"],
  ["a new variable is appended", "A=1\n", "A=1\nTOKEN=NEW\n"],
  ["a new variable is appended with the file's line end", "A=1\r\n", "A=1\r\nTOKEN=NEW\r\n"],
  ["a last line without an end leaves none", "A=1", "A=1\nTOKEN=NEW"],
  ["an empty file gets its line", "", "TOKEN=NEW\n"],
  ["a comment and a longer name are no assignment", "# TOKEN=a\nMY_TOKEN=b\n", "# TOKEN=a\nMY_TOKEN=b\nTOKEN=NEW\n"],
];

for (const [what, before, after] of rows) test(what, () => assert.equal(set(before), after));

test("the names are offered once each, without commented ones and those inside values", () => {
  const text = "A=1\nexport B = 2\n#C=3\nD='x\nE=4\n'\nA=5\n";

  assert.deepEqual(namesInEnvFile(text), ["A", "B", "D"]);
});

test("a name that no shell reads is refused", () => {
  for (const name of ["", "1A", "A-B", "A B", "A=B", "A\nB"]) {
    assert.throws(() => editsForEnvFile("", name, "NEW"), { code: "VARIABLE_NAME_INVALID" });
  }
});

test("a long file of open quotes takes no time", () => {
  const text = `A="'\`\\\n`.repeat(20_000);
  const start = performance.now();

  namesInEnvFile(text);

  assert.ok(performance.now() - start < 1000);
});
