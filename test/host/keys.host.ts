import * as vscode from "vscode";
import { ecPair, pkcs8Pem, readToken } from "./inside/keys.ts";
import { equal, match, ok, rejects, test } from "./inside/testing.ts";

const run = async <T>(command: string, argument?: unknown): Promise<T> =>
  vscode.commands.executeCommand<T>(`jwtMint.${command}`, argument);

interface Summary {
  readonly name: string;
  readonly windowOnly?: boolean;
}

const inWorkspace = (name: string) => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  ok(folder);
  return vscode.Uri.joinPath(folder, name);
};

/** A path that leaves the workspace and comes back. */
const roundabout = (name: string) => {
  const folder = inWorkspace(".");
  return folder.with({ path: `${folder.path}/..${folder.path.slice(folder.path.lastIndexOf("/"))}/${name}` });
};

const readText = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

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
  await run("deleteKey", { key: "passing" });
  await rejects(run("mintToken", { profile: "Passing" }), /The key "passing" is not on this machine/);
  await run("deleteProfile", { profile: "Passing" });
});

test("a key that is stored under the name of one for this window only takes its place", async () => {
  const [first, second] = [await ecPair(), await ecPair()];
  const order = { provider: "app-store-connect", values: { keyId: "K1" }, key: "placed" };
  await run("importKey", { name: "placed", text: pkcs8Pem(first), windowOnly: true });
  ok((await readToken(await run("mintToken", order), first)).verified);

  const summary = await run<Summary>("importKey", { name: "placed", text: pkcs8Pem(second) });

  equal(summary.windowOnly, undefined);
  ok((await readToken(await run("mintToken", order), second)).verified);
});

test("a private key is written encrypted to a new file outside the workspace, and is read back with its passphrase", async () => {
  const pair = await ecPair();
  const target = inWorkspace("../exported.pem");
  await run("importKey", { name: "exported", text: pkcs8Pem(pair) });

  equal(await run("exportPrivateKey", { key: "exported", uri: target, passphrase: "pässwörd" }), undefined);

  match(await readText(target), /^-----BEGIN ENCRYPTED PRIVATE KEY-----\n/);
  await rejects(run("importKey", { name: "again", uri: target }), /encrypted/);
  await run("importKey", { name: "again", uri: target.toString(), passphrase: "pässwörd" });
  const order = { provider: "app-store-connect", values: { keyId: "K1" }, key: "again" };
  ok((await readToken(await run("mintToken", order), pair)).verified);
});

test("a private key goes into no workspace, over no file, and is never a result", async () => {
  const existing = inWorkspace("../existing.txt");
  await vscode.workspace.fs.writeFile(existing, new TextEncoder().encode("mine"));
  await run("generateKey", { name: "kept", alg: "ES256" });
  await run("generateKey", { name: "kept secret", alg: "HS256" });
  const free = inWorkspace("../free.pem");
  const refused: readonly (readonly [unknown, RegExp])[] = [
    [{ key: "kept", uri: inWorkspace("kept.pem"), passphrase: "p" }, /inside the workspace/],
    [{ key: "kept", uri: roundabout("kept.pem"), passphrase: "p" }, /inside the workspace/],
    [{ key: "kept", uri: existing, passphrase: "p" }, /not touched/],
    [{ key: "kept", uri: inWorkspace("../no/such/../\0"), passphrase: "p" }, /could not be written|"uri"/],
    [{ key: "kept", uri: free }, /"passphrase" is missing/],
    [{ key: "kept", uri: free, passphrase: "" }, /1 to 1000 bytes/],
    [{ key: "kept", uri: "nowhere", passphrase: "p" }, /"uri" is missing, or names no file/],
    [{ key: "kept secret", uri: free, passphrase: "p" }, /secret has no encrypted form/],
    [{ key: "gone", uri: free, passphrase: "p" }, /not on this machine/],
  ];

  for (const [argument, message] of refused) await rejects(run("exportPrivateKey", argument), message);

  equal(await readText(existing), "mine");
  await rejects(vscode.workspace.fs.stat(free));
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
    await rejects(generated, /WebCrypto does not know ML-DSA-44/);
    return;
  }
  equal((await generated).kty, "AKP");
  const values = { alg: "ML-DSA-44", claims: "{}" };
  const token = await run<string>("mintToken", { provider: "custom", values, key: "post quantum" });
  equal(token.split(".")[2]?.length, 3227, "2420 bytes (FIPS 204, table 2)");
});
