import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
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
      for (const path of paths) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), "");
      }
      const { stdout } = spawnSync("git", ["check-ignore", "-z", "--stdin"], { cwd: root, input: paths.join("\0") });
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
  const odd = ["a b ", "k[1].pem", "x*y", "q?", "#h", "!n", "back\\slash", "a/deep name.pem", "é.pem"];
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

test("a pattern made to be slow is not", () => {
  const files = [{ folder: "", text: `${"*a".repeat(200)}b\n` }];
  const started = performance.now();

  assert.ok(!isIgnored("a".repeat(1000), files));

  assert.ok(performance.now() - started < 1000);
});
