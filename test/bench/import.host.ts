import * as vscode from "vscode";
import { pkcs8Pem, rsaPair } from "../host/inside/kit/keys.ts";
import { test } from "../host/inside/kit/testing.ts";
import { writeFile } from "../host/inside/kit/workspace.ts";

/** A window is busy with itself for a while after it opens. */
const calm = async () => new Promise((resolve) => setTimeout(resolve, 8_000));

test("the import of an RSA key of 4096 bits, from the call to the stored key", async () => {
  await calm();
  const runs: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    const text = pkcs8Pem(await rsaPair("SHA-256", 4096));
    const start = performance.now();
    await vscode.commands.executeCommand("jwtMint.importKey", { name: `key ${round}`, text });
    runs.push(performance.now() - start);
  }
  await writeFile("import.json", JSON.stringify(runs));
});
