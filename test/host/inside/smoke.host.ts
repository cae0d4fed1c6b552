import * as vscode from "vscode";
import type packageJson from "../../../package.json";
import { equal, match, ok, test } from "./kit/testing.ts";

test("the window runs the VS Code that the tests are written for", () => {
  match(vscode.version, /^1\.139\./);
});

test("the extension is known", () => {
  ok(vscode.extensions.getExtension("jwt-mint.jwt-mint"), "jwt-mint.jwt-mint is not among the extensions");
});

test("every command of package.json can be run", async () => {
  const extension = vscode.extensions.getExtension<unknown>("jwt-mint.jwt-mint");
  await extension?.activate();
  const manifest: typeof packageJson = extension?.packageJSON;

  const registered = await vscode.commands.getCommands(true);

  const ids = manifest.contributes.commands.map(({ command }) => command);
  equal(
    ids.filter((id) => !registered.includes(id)),
    [],
  );
  ok(ids.includes("jwtMint.mint.lirium"));
});

test("what is copied can be pasted", async () => {
  await vscode.env.clipboard.writeText("from the extension host");

  equal(await vscode.env.clipboard.readText(), "from the extension host");
});
