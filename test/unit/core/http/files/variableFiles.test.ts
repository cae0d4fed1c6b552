import assert from "node:assert/strict";
import { test } from "node:test";
import packageJson from "../../../../../package.json" with { type: "json" };
import { variableFileKind } from "../../../../../src/core/http/files/variableFiles.ts";

const names = {
  env: [".env", ".env.local", ".env.dev.local", "dev.env", "/a/env/.env", "/a/my.dev.env", ".ENV"],
  "private-json": ["http-client.private.env.json", "/a/http-client.env.json.user"],
  "shared-json": ["/a/b/http-client.env.json"],
  none: ["env", "/.env/a", ".envrc", "a.env.ts", "environment", "my-http-client.env.json", "http-client.private.json"],
};

for (const [kind, paths] of Object.entries(names)) {
  test(`files of kind ${kind} are known by name`, () => {
    for (const path of paths) assert.equal(variableFileKind(path) ?? "none", kind, path);
  });
}

test("the context menu offers tokens in the files that take them", () => {
  const { menus } = packageJson.contributes;
  const whens = menus["editor/context"].flatMap(({ command, when }) =>
    ["jwtMint.insertToken", "jwtMint.refreshToken"].includes(command) ? [when] : [],
  );
  assert.equal(whens.length, 2);
  for (const when of whens) {
    const [, pattern = ""] = /resourceFilename =~ \/(.*)\/i$/.exec(when) ?? [];
    for (const path of Object.values(names).flat()) {
      const kind = variableFileKind(path);
      const fileName = path.slice(path.lastIndexOf("/") + 1);
      assert.equal(new RegExp(pattern, "i").test(fileName), kind === "env" || kind === "private-json", path);
    }
  }
});
