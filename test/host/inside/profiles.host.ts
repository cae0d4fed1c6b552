import * as vscode from "vscode";
import { decodePart } from "./kit/keys.ts";
import { equal, test } from "./kit/testing.ts";
import { run } from "./kit/commands.ts";

test("profiles whose names differ in a blank are two, each found by its name", async () => {
  const profiles = ["Blank", "Blank "].map((name) => ({
    name,
    provider: "custom",
    values: { alg: "none", claims: JSON.stringify({ sub: name }) },
  }));
  const settings = vscode.workspace.getConfiguration("jwtMint");
  const before = settings.inspect("profiles")?.globalValue;
  await settings.update("profiles", profiles, vscode.ConfigurationTarget.Global);

  for (const { name } of profiles) {
    const token = await run<string>("mintToken", { profile: name });
    equal(decodePart(token.split(".")[1] ?? "")["sub"], name);
  }

  await settings.update("profiles", before, vscode.ConfigurationTarget.Global);
});
