import assert from "node:assert/strict";
import { test } from "node:test";
import { hidesText, quoted, shown, visible } from "../../../src/core/visible.ts";

const names = [
  { what: "an ordinary name", name: "Lirium (sandbox) – ключ 鍵", seen: "Lirium (sandbox) – ключ 鍵" },
  { what: "a zero-width name", name: "\u200b", seen: String.raw`\u200b` },
  { what: "a name of blanks", name: "  ", seen: String.raw`\u0020\u0020` },
  { what: "a blank at the end", name: "A ", seen: String.raw`A\u0020` },
  { what: "two blanks in a row", name: "a  b", seen: String.raw`a \u0020b` },
  { what: "a blank that only looks like one", name: "a\u00a0b\u3000c\u2800", seen: String.raw`a\u00a0b\u3000c\u2800` },
  { what: "a text turned around", name: "\u202eevil", seen: String.raw`\u202eevil` },
  { what: "line ends and controls", name: "a\nb\r\tc\u2028d\0", seen: String.raw`a\u000ab\u000d\u0009c\u2028d\u0000` },
  { what: "half a character", name: "a\ud83d", seen: String.raw`a\ud83d` },
  { what: "letters that look like an escape", name: String.raw`\u200b`, seen: String.raw`\u005cu200b` },
  { what: "a Windows path", name: String.raw`C:\users\u`, seen: String.raw`C:\users\u` },
  { what: "emoji with their joiners", name: "❤️ 👩‍💻 1️⃣", seen: "❤️ 👩‍💻 1️⃣" },
  {
    what: "a text hidden behind a flag",
    name: "\u{1f3f4}\u{e0061}\u{e007f}",
    seen: String.raw`🏴\udb40\udc61\udb40\udc7f`,
  },
  { what: "joiners after an emoji that end nowhere", name: "❤\u200d", seen: String.raw`❤\u200d` },
];

for (const { what, name, seen } of names) {
  test(`a name is shown so that all of it is seen: ${what}`, () => {
    assert.equal(shown(name), seen);
  });
}

test("a shown name is cut after its length, and neither an escape nor a character in two", () => {
  assert.equal(shown("a".repeat(100)), "a".repeat(100));
  assert.equal(shown("a".repeat(101)), `${"a".repeat(100)}…`);
  assert.equal(shown("\u200b".repeat(3), 8), String.raw`\u200b…`);
  assert.equal(shown("abc😀", 4), "abc…");
  assert.equal(shown(String.raw`ab\c`, 3), "ab…");
});

test("a quoted name cannot end its quotation marks", () => {
  assert.equal(quoted('a" for Lirium. "'), String.raw`"a\u0022 for Lirium. \u0022"`);
});

test("a text that is made visible stays as it is the second time", () => {
  for (const { name } of names) assert.equal(visible(visible(name)), visible(name));
});

test("JSON that is made visible says the same", () => {
  const value = { "\u202e": "a\u200bb\ud83d👩‍💻" };

  const text = visible(JSON.stringify(value));

  assert.equal(text, String.raw`{"\u202e":"a\u200bb\ud83d👩‍💻"}`);
  assert.deepEqual(JSON.parse(text), value);
});

test("an emoji hides no text", () => {
  assert.equal(hidesText("❤️ 👩‍💻"), false);
  assert.equal(hidesText("a\u200bb"), true);
});
