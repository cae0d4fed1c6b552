import * as vscode from "vscode";
import { ecPair, pkcs8Pem, readToken, type TestPair } from "./kit/keys.ts";
import { writeProfiles } from "./kit/profiles.ts";
import { equal, ok, rejects, staysSo, test } from "./kit/testing.ts";
import { run } from "./kit/commands.ts";

const workspace = async (profiles: unknown) =>
  vscode.workspace.getConfiguration("jwtMint").update("profiles", profiles, vscode.ConfigurationTarget.Workspace);

const profile = { name: "Shared", provider: "app-store-connect", key: "mine", values: { keyId: "K1" } };
const confirmOnce = /"Shared" comes from this workspace.*the key "mine".*palette/;

let made: Promise<TestPair> | undefined;

async function setUp(): Promise<TestPair> {
  made ??= ecPair();
  const pair = await made;
  await run("importKey", { name: "mine", text: pkcs8Pem(pair) });
  return pair;
}

/** The variable that the profile asks for, where the host has an environment. */
const variable = () => {
  const process = Reflect.get(globalThis, "process") as
    { readonly env?: Record<string, string | undefined> } | undefined;
  return process?.env?.["SHARED_TOKEN"];
};

test("a key signs by no argument for a profile of the workspace that was not confirmed", async () => {
  await setUp();
  await workspace([{ ...profile, variable: "sharedToken" }]);
  const document = await vscode.workspace.openTextDocument({ content: "GET https://a.test\n", language: "http" });
  await vscode.window.showTextDocument(document);

  for (const [command, argument] of [
    ["mintToken", { profile: "Shared" }],
    ["mint.app-store-connect", { profile: "Shared" }],
    ["insertToken", { profile: "Shared" }],
    ["mintToken", { provider: profile.provider, key: "mine", values: { keyId: " K1 ", scope: "" }, lifetime: 60 }],
  ] as const) {
    await rejects(run(command, argument), confirmOnce);
  }
  equal(document.getText(), "GET https://a.test\n");
  ok(await staysSo(500, () => variable() === undefined));
  await workspace(undefined);
});

test("an order that gives an unconfirmed profile's claims counts as it, however it is written, and cannot be saved as one's own", async () => {
  await setUp();
  const claims = '{"sub":"alice","roles":{"admin":true,"scope":["a","b"]}}';
  const values = { alg: "ES256", claims };
  await workspace([{ ...profile, provider: "custom", values, environment: "https://a.test", variable: "sharedToken" }]);
  const spelled = ' { "roles": {"scope": ["a", "b"],\n"admin": true}, "sub": "alice" } ';

  for (const other of [
    values,
    { claims: spelled },
    { ...values, claims: spelled, typ: "at+jwt", expires: "2100-01-01T00:00:00Z" },
  ]) {
    const order = { provider: "custom", key: "mine", values: other };
    await rejects(run("mintToken", { ...order, lifetime: 60 }), confirmOnce);
    await rejects(run("saveProfile", { ...order, name: "Copy" }), confirmOnce);
  }
  const others = { ...values, claims: '{"sub":"bob"}' };
  ok(await run("mintToken", { provider: "custom", key: "mine", values: others }));
  await workspace(undefined);
});

test("a profile of the workspace never takes the place of the user's, and is changed where it stands", async () => {
  const pair = await setUp();
  await workspace([{ ...profile, key: "other", values: { keyId: "HOSTILE" } }]);
  await rejects(run("deleteProfile", { profile: "Shared" }), /is defined in this workspace's settings/);
  await rejects(run("renameProfile", { profile: "Shared", name: "New" }), /is defined in this workspace's settings/);
  await rejects(run("useAsVariable", { profile: "Shared", variable: "a" }), /is defined in this workspace's settings/);

  await run("saveProfile", profile);

  const { header, verified } = await readToken(await run("mintToken", { profile: "Shared" }), pair);
  ok(verified);
  equal(header["kid"], "K1");
  await writeProfiles(undefined);
  await workspace(undefined);
  await rejects(run("mintToken", { profile: "Shared" }), /There is no profile "Shared"/);
});

test("a profile of the workspace without a key needs no confirmation, and one that is wrong says so", async () => {
  await workspace([
    { name: "None", provider: "custom", values: { alg: "none", claims: "{}" } },
    { name: "Wrong", provider: "custom", values: 5 },
    "nonsense",
  ]);

  ok((await run<string>("mintToken", { profile: "None" })).endsWith("."));
  await rejects(run("mintToken", { profile: "Wrong" }), /"Wrong" is not complete/);
  await workspace(undefined);
});
