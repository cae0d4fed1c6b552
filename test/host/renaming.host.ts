import * as vscode from "vscode";
import { ecPair, pkcs8Pem, readToken } from "./inside/keys.ts";
import { equal, ok, rejects, test } from "./inside/testing.ts";

const run = async <T>(command: string, argument?: unknown): Promise<T> =>
  vscode.commands.executeCommand<T>(`jwtMint.${command}`, argument);

const profiles = () => vscode.workspace.getConfiguration("jwtMint").get<readonly object[]>("profiles");

const keyNames = async () => (await run<{ readonly name: string }[]>("listKeys")).map(({ name }) => name);

const profileOf = (name: string, key: string) => ({
  name,
  provider: "app-store-connect",
  key,
  values: { keyId: "K1", issuerId: "57246542-96fe-1a63-e053-0824d011072a" },
});

test("a renamed key signs for the profiles that used it, which name it anew", async () => {
  const pair = await ecPair();
  await run("importKey", { name: "apple", text: pkcs8Pem(pair) });
  await run("importKey", { name: "taken", text: pkcs8Pem(await ecPair()) });
  await run("saveProfile", profileOf("One", "apple"));
  await run("saveProfile", profileOf("Two", "taken"));

  await run("renameKey", { key: "apple", name: "apple-team" });

  equal(profiles(), [profileOf("One", "apple-team"), profileOf("Two", "taken")]);
  const names = await keyNames();
  ok(names.includes("apple-team") && !names.includes("apple"));
  ok((await readToken(await run("mintToken", { profile: "One" }), pair)).verified);
  await rejects(run("renameKey", { key: "apple-team", name: "taken" }), /There is or was a key "taken" already/);
  await rejects(run("renameKey", { key: "apple", name: "x" }), /"apple" is not on this machine/);
  await rejects(run("renameKey", { key: "taken" }), /"name" is missing/);
});

test("a renamed profile mints under its new name alone", async () => {
  await run("renameProfile", { profile: "One", name: "First" });

  equal(profiles(), [profileOf("First", "apple-team"), profileOf("Two", "taken")]);
  ok(await run("mintToken", { profile: "First" }));
  await rejects(run("mintToken", { profile: "One" }), /There is no profile "One"/);
  await rejects(run("renameProfile", { profile: "First", name: "Two" }), /There is a profile "Two" already/);
  await rejects(run("renameProfile", { profile: "First", name: " " }), /needs a name/);
  for (const profile of ["First", "Two"]) await run("deleteProfile", { profile });
  for (const key of ["apple-team", "taken"]) await run("deleteKey", { key });
});
