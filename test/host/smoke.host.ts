import * as vscode from "vscode";
import { equal, match, ok, test } from "./inside/testing.ts";

test("the window runs the VS Code that the tests are written for", () => {
  match(vscode.version, /^1\.139\./);
});

test("the extension is known", () => {
  ok(vscode.extensions.getExtension("jwt-mint.jwt-mint"), "jwt-mint.jwt-mint is not among the extensions");
});

test("what is copied can be pasted", async () => {
  await vscode.env.clipboard.writeText("from the extension host");

  equal(await vscode.env.clipboard.readText(), "from the extension host");
});
