import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import * as esbuild from "esbuild";
import { bundledPackages, noticesOf } from "../../.ci/notices.ts";

test("a package whose code is bundled has its name, version and licence in the notices", async () => {
  const entry =
    'import { Sequence } from "asn1js"; import { FASTElement } from "@microsoft/fast-element"; import des from "des.js"; export { Sequence, FASTElement, des };';
  const { metafile } = await esbuild.build({
    stdin: { contents: entry, resolveDir: process.cwd() },
    bundle: true,
    metafile: true,
    write: false,
    format: "esm",
    logLevel: "error",
  });

  const notices = noticesOf(bundledPackages([metafile]));

  assert.match(notices, /^asn1js \d+\.\d+\.\d+\nLicence: BSD-3-Clause\n\nCopyright \(c\) \d{4}/m);
  assert.match(
    notices,
    /^des\.js \d[^\n]*\nLicence: MIT\n\n[^-]*Copyright Fedor Indutny, \d{4}\.[^-]*WITHOUT WARRANTY/m,
  );
  assert.match(notices, /^@peculiar\/utils \d/m);
  assert.match(
    notices,
    /^@microsoft\/fast-element [^]*by the same author\.\n\nCopyright \(c\) Microsoft Corporation\./m,
  );
});

test("a bundled package without a licence is refused", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "notices-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const own = join(folder, "node_modules", "nameless");
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, "package.json"), '{ "name": "nameless", "version": "1.0.0", "license": "MIT" }');

  assert.throws(() => noticesOf([own]), /nameless is bundled, and has no licence file/);
});

test("the .vsix takes the notices along", () => {
  assert.match(readFileSync(".vscodeignore", "utf8"), /^!dist\/ThirdPartyNotices\.txt$/m);
  assert.match(readFileSync("esbuild.mjs", "utf8"), /"dist\/ThirdPartyNotices\.txt"/);
});
