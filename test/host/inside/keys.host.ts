import * as vscode from "vscode";
import { ecPair, pkcs8Pem, readToken } from "./kit/keys.ts";
import { writeProfiles } from "./kit/profiles.ts";
import { equal, match, ok, rejects, test } from "./kit/testing.ts";
import { run } from "./kit/commands.ts";
import { inWorkspace } from "./kit/workspace.ts";

interface Summary {
  readonly name: string;
  readonly windowOnly?: boolean;
}

test("a key for this window only is listed as such, signs for a profile, and hides no stored key", async () => {
  const pair = await ecPair();
  await run("importKey", { name: "passing", text: pkcs8Pem(pair), windowOnly: true });
  await run("saveProfile", { name: "Passing", provider: "app-store-connect", key: "passing", values: { keyId: "K1" } });

  ok((await readToken(await run("mintToken", { profile: "Passing" }), pair)).verified);
  const listed = await run<Summary[]>("listKeys");
  equal(
    listed.filter(({ name }) => name === "passing").map(({ windowOnly }) => windowOnly),
    [true],
  );

  await run("generateKey", { name: "staying", alg: "ES256" });
  await rejects(
    run("generateKey", { name: "staying", alg: "ES256", windowOnly: true }),
    /stored key is named "staying"/,
  );
  await writeProfiles(undefined);
});

test("a private key comes out by no argument, and no file is written", async () => {
  const target = inWorkspace("../exported.pem");
  await run("generateKey", { name: "kept", alg: "ES256" });

  for (const argument of [{ key: "kept", uri: target, passphrase: "p" }, { key: "kept" }, {}, [], "kept", null]) {
    await rejects(run("exportPrivateKey", argument), /takes no argument: it is for a person alone/);
  }

  await rejects(vscode.workspace.fs.stat(target));
});

test("where VS Code shows no dialog, nothing that is there is replaced, renamed or deleted, whatever the setting", async () => {
  const profile = { name: "Guarded", provider: "app-store-connect", key: "guarded", values: { keyId: "K1" } };
  const pair = await ecPair();
  await run("importKey", { name: "guarded", text: pkcs8Pem(pair) });
  await run("saveProfile", profile);
  const changes: readonly (readonly [string, unknown])[] = [
    ["importKey", { name: "guarded", text: pkcs8Pem(await ecPair()) }],
    ["importKeyAgain", { name: "guarded", text: pkcs8Pem(await ecPair()) }],
    ["generateKey", { name: "guarded", alg: "ES256" }],
    ["renameKey", { key: "guarded", name: "other" }],
    ["deleteKey", { key: "guarded" }],
    ["saveProfile", { ...profile, values: { keyId: "K2" } }],
    ["saveProfile", { ...profile, name: "New", variable: "guardedToken" }],
    ["useAsVariable", { profile: "Guarded", variable: "guardedToken" }],
    ["renameProfile", { profile: "Guarded", name: "Other" }],
    ["deleteProfile", { profile: "Guarded" }],
  ];

  for (const [command, argument] of changes) await rejects(run(command, argument), /^Nothing was changed: /);

  equal(vscode.workspace.getConfiguration("jwtMint").get("profiles"), [profile]);
  const { header, verified } = await readToken(await run("mintToken", { profile: "Guarded" }), pair);
  equal([header["kid"], verified], ["K1", true]);
  // The same again changes nothing, and needs no dialog.
  await run("importKey", { name: "guarded", text: pkcs8Pem(pair) });
  await run("saveProfile", profile);
  await writeProfiles(undefined);
});

test("a weak secret comes back with what a person would have been asked to confirm", async () => {
  const summary = await run<{ warnings?: { code: string; message: string }[] }>("importKey", {
    name: "weak",
    text: "secret",
    alg: "HS256",
  });

  equal(
    summary.warnings?.map(({ code }) => code),
    ["SECRET_TOO_SHORT", "SECRET_WELL_KNOWN"],
  );
  match(summary.warnings?.[0]?.message ?? "", /6 bytes; HS256 needs 32/);
});

test("a folder, a file over 1 MB and a file that is not there are refused where they are read", async () => {
  const large = inWorkspace("../large.pem");
  await vscode.workspace.fs.writeFile(large, new Uint8Array(1_048_577));
  const refused: readonly (readonly [vscode.Uri, RegExp])[] = [
    [inWorkspace("."), /is a folder/],
    [large, /over 1 MB/],
    [inWorkspace("gone.pem"), /could not be read/],
  ];

  for (const [uri, message] of refused) await rejects(run("importKey", { name: "refused", uri }), message);

  const listed = await run<Summary[]>("listKeys");
  ok(listed.every(({ name }) => name !== "refused"));
});

test("ML-DSA signs where this host's WebCrypto has it, and is refused with a sentence where it has not", async () => {
  const algorithm = { name: "ML-DSA-44" };
  const known = await crypto.subtle.generateKey(algorithm, false, ["sign", "verify"]).then(
    () => true,
    () => false,
  );

  const generated = run<{ kty: string }>("generateKey", { name: "post quantum", alg: "ML-DSA-44" });

  if (!known) {
    await rejects(generated, /WebCrypto does not support ML-DSA-44/);
    return;
  }
  equal((await generated).kty, "AKP");
  const values = { alg: "ML-DSA-44", claims: "{}" };
  const token = await run<string>("mintToken", { provider: "custom", values, key: "post quantum" });
  equal(token.split(".")[2]?.length, 3227, "2420 bytes (FIPS 204, table 2)");
});
