import * as vscode from "vscode";
import { equal, ok, test } from "./kit/testing.ts";
import { run } from "./kit/commands.ts";
import { inWorkspace } from "./kit/workspace.ts";

/** One of the key files that the outside put into the folder `keys`. */
interface KeyFile {
  readonly title: string;
  readonly fileName: string;
  readonly alg: string;
  readonly kid?: string;
  /** What `importKey` takes besides. */
  readonly options: object;
}

async function tokenOf({ title, fileName, alg, kid, options }: KeyFile): Promise<string> {
  const summary = await run<{ kid?: string }>("importKey", {
    ...options,
    name: title,
    uri: inWorkspace("keys", fileName),
    alg,
  });
  equal(summary.kid, kid, title);
  const values = { alg, claims: '{"iss":"k"}', notBefore: "none" };
  const token = await run<string>("mintToken", { provider: "custom", values, key: title });
  return token;
}

test("each key file of the machine is imported by its URI and signs a token, which the outside verifies", async () => {
  const index = new TextDecoder().decode(await vscode.workspace.fs.readFile(inWorkspace("keys", "index.json")));
  const files = JSON.parse(index) as readonly KeyFile[];
  const tokens: string[] = [];

  for (const file of files) {
    const token = await tokenOf(file).catch((error: unknown) => {
      throw new Error(`${file.title}: ${String(error)}`);
    });
    tokens.push(token);
  }

  ok(tokens.length > 0);
  await vscode.workspace.fs.writeFile(
    inWorkspace("keys", "tokens.json"),
    new TextEncoder().encode(JSON.stringify(tokens)),
  );
});
