import assert from "node:assert/strict";
import { test } from "node:test";
import { codeBlock, plainText, withoutIcons, withoutLinks } from "../../../src/core/markdown.ts";
import { quoted, shown } from "../../../src/core/visible.ts";

test("plain text keeps letters, digits and single spaces, and turns all else into entities", () => {
  const hostile =
    '[a](command:x) ![i](https://e.test/p.png) <b> `c` *d* www.e.test a@e.test $(bug) \n\n    # h\n1. "&amp;"';

  const markdown = plainText(hostile);

  assert.match(markdown.replaceAll(/&#\d+;/g, ""), /^[\p{L}\p{N} ]*$/u);
  const read = markdown.replaceAll(/&#(\d+);/g, (_entity, code) => String.fromCodePoint(Number(code)));
  assert.equal(read, hostile.replaceAll(/\s+/g, " "));
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

/** What VS Code 1.105 to 1.139 reads as a link in a plain text, and as an icon. */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
const icon = /(\\)?\$\(([A-Za-z0-9-]+(?:~[A-Za-z]+)?)\)/g;

test("no link is left in a text that is without links", () => {
  for (const target of ["command:x", "https://e.test", "file:///etc/passwd", 'COMMAND:x "t"']) {
    assert.match(`[a](${target})`, link);
    assert.doesNotMatch(withoutLinks(`[a](${target})`), link);
    assert.doesNotMatch(withoutLinks(`[[a](${target})](${target})`), link);
  }
});

test("an icon in a text is shown by its letters, however many backslashes stand before it", () => {
  for (const text of [
    "$(bug)",
    "a $(sync~spin) b",
    String.raw`\$(bug)`,
    String.raw`\\$(bug)`,
    "$(a b) $() $(",
    "$$(bug)",
  ]) {
    const rendered = withoutIcons(text).replaceAll(icon, (_all, slash: string | undefined, name: string) => {
      return slash === undefined ? "ICON" : `$(${name})`;
    });
    assert.equal(rendered, text);
  }
});

const hostile = [
  "[a](command:x)",
  "$(bug)[a](https://e.test)$(bug~spin)",
  "[a\n](command:x)",
  "[a]\u200b(command:x)",
  "\u202e](command:x)[\u2066",
  "\u200b",
  " ",
  "a\r\n\u2028b",
];
const places: Readonly<Record<string, (text: string) => string>> = {
  notification: withoutLinks,
  list: (text) => withoutIcons(shown(text)),
  "input box": (text) => withoutIcons(withoutLinks(text)),
  hover: (text) => plainText(shown(text)),
};

for (const [place, write] of Object.entries(places)) {
  test(`a hostile name is nothing but text in a ${place}`, () => {
    for (const name of hostile) {
      const sentence = write(`The key ${quoted(name)} is stored.`);
      assert.match(sentence, /^[ -~]+$/);
      if (place !== "list") assert.doesNotMatch(sentence, link);
      if (place !== "notification") assert.deepEqual(sentence.replaceAll(/\\\$\(/g, "").match(icon), null);
    }
  });
}

test("what cannot be seen is written out in texts without links and icons", () => {
  assert.equal(withoutLinks("a\u202eb\n"), String.raw`a\u202eb\u000a`);
  assert.equal(withoutIcons("a\u202eb\n"), String.raw`a\u202eb\u000a`);
});
