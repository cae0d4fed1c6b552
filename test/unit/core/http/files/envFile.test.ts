import assert from "node:assert/strict";
import { test } from "node:test";
import * as envFile from "../../../../../src/core/http/files/envFile.ts";
import { allAtOnce } from "../../../../../src/core/steps.ts";
import { randomFrom } from "../../../../fuzz/http/random.ts";
import { assertLinear } from "../../../linear.ts";
import { applySpanEdits } from "../applySpanEdits.ts";

const namesInEnvFile = (text: string) => allAtOnce(envFile.namesInEnvFile(text));
const editsForEnvFile = (text: string, name: string, value: string) =>
  allAtOnce(envFile.editsForEnvFile(text, name, value));
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

/** All that an assignment may be, in one pattern: right, but quadratic in blanks, and no match for a long value. */
const inOnePattern =
  /^([ \t\uFEFF]*(?:export[ \t]+)?([\w.-]+)[ \t]*(?:=|:(?=[ \t]))(?:[ \t]+(?=[^\s#]))?)(?:(["'`])((?:\\[^]|(?!\3)[^\\])*)\3|([^\r\n]*?))(?=[ \t]*(?:(?<=[ \t])#.*)?$)/gm;

function byPattern(text: string) {
  const found = [...text.matchAll(inOnePattern)].map(
    ({ index, 1: lead = "", 2: name = "", 3: quote = "", 4: quoted, 5: bare = "" }) => {
      const start = index + lead.length + quote.length;
      return { name, start, end: start + (quoted ?? bare).length };
    },
  );
  return found;
}

const pieces: readonly [string, ...string[]] = [
  ...("A=: \t\n\r#\"'`\\x.\u2028\uFEFF\u00a0".split("") as [string]),
  "\r\n",
  "export ",
  "A=",
  'B="',
];

test("what is assigned where is what one pattern says of it", () => {
  for (let seed = 0; seed < 30_000; seed++) {
    const random = randomFrom(seed);
    const text = random.some(pieces, 14).join("");
    const expected = byPattern(text);

    assert.deepEqual(namesInEnvFile(text), [...new Set(expected.map(({ name }) => name))], JSON.stringify(text));
    for (const name of new Set(expected.map((each) => each.name))) {
      const spans = editsForEnvFile(text, name, "").map(({ start, end }) => ({ name, start, end }));
      assert.deepEqual(
        spans,
        expected.filter((each) => each.name === name),
        JSON.stringify(text),
      );
    }
  }
});

const long = (what: string, count: number): string => {
  switch (what) {
    case "open quotes":
      return `A="'\`\\\n`.repeat(count);
    case "blanks in a value":
      return `A=x${" ".repeat(count * 8)}y`;
    case "blanks in front of comments":
      return `${"A= ".repeat(count)}${" #".repeat(count)}`;
    case "a name without a value":
      return "A".repeat(count * 8);
    case "a quoted value":
      return `A="${String.raw`\"b`.repeat(count)}"`;
    default:
      return "export A='b' # c\n".repeat(count);
  }
};

for (const what of [
  "assignments",
  "open quotes",
  "blanks in a value",
  "blanks in front of comments",
  "a name without a value",
  "a quoted value",
]) {
  test(`a long file takes no longer than its length: ${what}`, async () => {
    await assertLinear(what, { make: (size) => long(what, size), work: namesInEnvFile }, 20_000);
  });
}

test("a value of ten megabytes is replaced whole", () => {
  for (const quote of ["", "'", '"']) {
    assert.equal(
      set(`A=1\nTOKEN=${quote}${"v\\n".repeat(3_500_000)}${quote} # c\nB=2`),
      `A=1\nTOKEN=${quote}NEW${quote} # c\nB=2`,
    );
  }
});

test("a long value and many lines can be read in pieces", () => {
  for (const text of [`A="${"v".repeat(10_000_000)}"`, `A=v${" ".repeat(10_000_000)}v`, "A=1\n".repeat(100)]) {
    assert.ok([...envFile.namesInEnvFile(text)].length > 9);
  }
});
