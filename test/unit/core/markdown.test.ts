import assert from "node:assert/strict";
import { test } from "node:test";
import { codeBlock, plainText } from "../../../src/core/markdown.ts";

test("plain text keeps letters, digits and single spaces, and turns all else into entities", () => {
  const hostile =
    '[a](command:x) ![i](https://e.test/p.png) <b> `c` *d* www.e.test a@e.test $(bug) \n\n    # h\n1. "&amp;"';

  const markdown = plainText(hostile);

  assert.match(markdown.replaceAll(/&#\d+;/g, ""), /^[\p{L}\p{N} ]*$/u);
  const shown = markdown.replaceAll(/&#(\d+);/g, (_entity, code) => String.fromCodePoint(Number(code)));
  assert.equal(shown, hostile.replaceAll(/\s+/g, " "));
});

test("plain text writes out what cannot be seen", () => {
  assert.equal(plainText("a\u202Eb"), "a&#92;u202eb");
});

test("a code block cannot be ended by its text", () => {
  const text = "a\n```\n````\nb";

  const [open = "", ...rest] = codeBlock(text, "jsonc").split("\n");

  assert.equal(open, "`````jsonc");
  assert.equal(rest.pop(), "`````");
  assert.equal(rest.join("\n"), text);
});
