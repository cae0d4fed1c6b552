import * as vscode from "vscode";
import { writeSecret, writeText } from "../../../src/dialogs/keys/saveFile.ts";
import { nodeFiles } from "../../../src/services/nodeProcess.ts";
import { equal, rejects, test } from "./kit/testing.ts";
import { inWorkspace } from "./kit/workspace.ts";

interface Node {
  readonly getBuiltinModule: (id: "node:fs") => { readonly statSync: (path: string) => { readonly mode: number } };
}

/** As Node sees it: VS Code's own file system tells no modes. */
const modeOf = (path: string): number =>
  (Reflect.get(globalThis, "process") as Node).getBuiltinModule("node:fs").statSync(path).mode;

const readText = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

test("a secret is written for its owner alone where the host runs on Node, and written all the same where it does not", async () => {
  const target = inWorkspace("..", "for its owner.txt");
  const onNode = target.scheme === "file";

  equal(nodeFiles() !== undefined, onNode);
  await writeText(target, "open to all, and longer than the secret");
  for (const text of ["a long secret", "short"]) {
    equal(await writeSecret(target, text), onNode);
    equal(await readText(target), text);
    if (onNode) equal((modeOf(target.fsPath) & 0o777).toString(8), "600");
  }
});

test("a file that is saved makes no folders", async () => {
  for (const write of [writeText, writeSecret]) {
    await rejects(write(inWorkspace("..", "no-such-folder/key.pem"), "text"), /could not be written/);
    await rejects(vscode.workspace.fs.stat(inWorkspace("..", "no-such-folder")));
  }
});
