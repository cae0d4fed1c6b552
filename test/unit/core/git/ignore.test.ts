import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { type Random, randomFrom } from "../../../fuzz/http/random.ts";
import { ignoreLine, isIgnored, withLine, type IgnoreFile } from "../../../../src/core/git/ignore.ts";

/** A repository with gitignore files, in which git itself is asked. */
function repository(files: readonly IgnoreFile[]) {
  const root = mkdtempSync(join(tmpdir(), "ignore-"));
  execFileSync("git", ["init", "-q"], { cwd: root });
  for (const { folder, text } of files) {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, ".gitignore"), text);
  }
  return {
    asks(paths: readonly string[]): ReadonlySet<string> {
      // On Windows and macOS git takes no notice of case by default.
      const args = ["-c", "core.ignoreCase=false", "check-ignore", "-z", "--stdin"];
      const { stdout } = spawnSync("git", args, { cwd: root, input: paths.join("\0") });
      return new Set(String(stdout).split("\0"));
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true }),
  };
}

const paths = [
  "key.pem",
  "a/key.pem",
  "a/b/key.pem",
  "keys/lirium.pem",
  "a/keys/lirium.pem",
  "keys.pem/x",
  "Key.PEM",
  "key1.pem",
  "key-.pem",
  "key].pem",
  "k y.pem",
  "#key.pem",
  "!key.pem",
  "key*.pem",
  ".env",
  ".env.local",
  "a/.env",
  "abc/x/def",
  "abc/x/y/def",
  "abc/def",
];

const patterns = [
  ..."*.pem /*.pem key.pem /key.pem a/key.pem a/*/key.pem **/key.pem a/** a/**/key.pem keys keys/ /keys/ keys/* */keys".split(
    " ",
  ),
  ..."key?.pem key[0-9].pem key[!0-9].pem key[^a-z].pem key[]].pem key[-].pem [Kk]ey.pem *.p* ** **/ abc/**/def abc/**def".split(
    " ",
  ),
  ..."\\#key.pem #key.pem \\!key.pem !key.pem key\\*.pem .env* .env.* /a a** *a* k*y.* x/ ** /** key.pem/ a/b/ *b".split(
    " ",
  ),
  "k y.pem",
  "k y.pem  ",
  "key.pem\t",
  "key.pem\r",
];

test("each kind of pattern ignores what git ignores", () => {
  for (const pattern of patterns) {
    const files = [{ folder: "", text: `${pattern}\n` }];
    using git = repository(files);
    const expected = git.asks(paths);

    for (const path of paths) assert.equal(isIgnored(path, files), expected.has(path), `${pattern} ${path}`);
  }
});

test("later patterns and deeper files take back earlier ones, but nothing inside an ignored folder", () => {
  const files = [
    { folder: "", text: "*.pem\n!key.pem\nkeys/\n!keys/lirium.pem\r\n\n# c\na/b\n" },
    { folder: "a/", text: "!*.pem\n/key.pem\n" },
  ];
  using git = repository(files);
  const expected = git.asks(paths);

  for (const path of paths) assert.equal(isIgnored(path, files), expected.has(path), path);
});

test("a line for a path ignores this path alone, whatever it is called", () => {
  const odd = ["a b ", "k[1].pem", "x*y", "q?", "#h", "!n", "a/deep name.pem", "é.pem"];
  // On Windows it separates folders.
  if (process.platform !== "win32") odd.push("back\\slash");
  const files = [{ folder: "", text: odd.reduce((text, path) => withLine(text, ignoreLine(path)), "") }];
  using git = repository(files);
  const others = ["k1.pem", "xzy", "qq", "deep name.pem", "b/h"];
  const expected = git.asks([...odd, ...others]);

  for (const path of odd) assert.ok(expected.has(path) && isIgnored(path, files), path);
  for (const path of others) assert.ok(!expected.has(path) && !isIgnored(path, files), path);
});

test("a line is added with the file's own line breaks", () => {
  assert.equal(withLine("", "/a"), "/a\n");
  assert.equal(withLine("x", "/a"), "x\n/a\n");
  assert.equal(withLine("x\r\ny", "/a"), "x\r\ny\r\n/a\r\n");
});

test("whatever gitignore files say, they are read as git reads them", () => {
  const random = randomFrom(20_251);

  for (let round = 0; round < 40; round += 1) {
    const files = ["", "a/", "a/b/"].map((folder) => ({ folder, text: randomFile(random) }));
    const asked = withoutFolders(Array.from({ length: 150 }, () => path(random)));
    using git = repository(files);
    const expected = git.asks(asked);
    for (const each of asked) assert.equal(isIgnored(each, files), expected.has(each), JSON.stringify([each, files]));
  }
});

const names = ["a", "a", "b", "b", "ab", "key.pem", "[a]", "a b", "!a", "A"] as const;
const parts = ["a", "b", "a", "b", "a b", "A", "*", "?", "**", "*.pem", "key.*", "a?", "*b", "\\[a\\]"] as const;
const sets = ["[ab]", "[!a]", "[^b]", "[a-c]*", "[]a]", "[[:alpha:]]", "[[:upper:]]", "[[:digit:][:punct:]]"] as const;
const joined = (random: Random, most: number, part: () => string) =>
  Array.from({ length: 1 + random.below(most) }, part).join("/");

const path = (random: Random): string => joined(random, 5, () => random.one(names));

function randomFile(random: Random): string {
  const pattern = () => joined(random, 3, () => (random.chance(0.7) ? random.one(parts) : random.one(sets)));
  const line = () => `${random.one(["", "", "!"])}${random.one(["", "/"])}${pattern()}${random.one(["", "/", " "])}`;
  return Array.from({ length: 1 + random.below(5) }, line).join(random.one(["\n", "\r\n"]));
}

/** Without paths of which another one makes a folder. */
function withoutFolders(asked: readonly string[]): readonly string[] {
  const known = [...asked, "a/b/.gitignore"];
  return [...new Set(asked)].filter((each) => !known.some((other) => other.startsWith(`${each}/`)));
}

test("files made to be slow are given up", () => {
  const slow = ["a\n".repeat(3000), "*a".repeat(600), "**/a/".repeat(4), "\\".repeat(100_000)];

  for (const text of slow) assert.equal(isIgnored("a/key.pem", [{ folder: "", text }]), undefined, text.slice(0, 20));
  assert.equal(isIgnored(`${"a/".repeat(20)}key.pem`, [{ folder: "", text: "*.pem\n" }]), undefined);
});
