import * as vscode from "vscode";
import { ecPair, pem, pkcs1Pem, pkcs8Pem, readToken, rsaPair } from "./kit/keys.ts";
import { writeProfiles } from "./kit/profiles.ts";
import { equal, eventually, match, ok, rejects, test } from "./kit/testing.ts";
import { run } from "./kit/commands.ts";
import { base64url, compactOf, part } from "../../tokens.ts";
import { showFile } from "./kit/workspace.ts";

interface Summary {
  readonly name: string;
  readonly kty: string;
  readonly alg: string;
  readonly bits?: number;
  readonly crv?: string;
  readonly thumbprint: string;
}

const profiles = () => vscode.workspace.getConfiguration("jwtMint").get<readonly unknown[]>("profiles");

test("a PKCS#1 key is imported from text, listed, and signs Lirium's token", async () => {
  const pair = await rsaPair("SHA-512");

  const summary = await run<Summary>("importKey", { name: "pkcs1", text: pkcs1Pem(pair), alg: "RS512" });
  equal([summary.name, summary.kty, summary.alg, summary.bits], ["pkcs1", "RSA", "RS512", 2048]);
  ok(
    (await run<Summary[]>("listKeys")).some(
      ({ name, thumbprint }) => name === "pkcs1" && thumbprint === summary.thumbprint,
    ),
  );

  const values = { apiKey: "k" };
  const token = await readToken(await run("mintToken", { provider: "lirium", values, key: "pkcs1" }), pair);
  equal(token.header, { alg: "RS512", typ: "JWT" });
  equal(token.claims["iss"], "k");
  ok(Math.abs(Number(token.claims["iat"]) - Date.now() / 1000) < 5);
  ok(token.verified);
});

test("a profile is saved in the user's settings, and mints", async () => {
  const pair = await rsaPair("SHA-256");
  await run("importKey", { name: "hl", text: pkcs8Pem(pair) });
  const profile = { name: "HL", provider: "help-lightning", key: "hl", values: { siteId: "54344", apiKey: "hl-api" } };

  await run("saveProfile", profile);
  equal(profiles(), [profile]);
  const { claims, verified } = await readToken(await run("mint.help-lightning", { profile: "HL" }), pair);
  ok(verified);
  equal([claims["sub"], claims["aud"]], ["Partner:54344", "Ghazal"]);
  await rejects(run("mint.lirium", { profile: "HL" }), /profile is for Help Lightning/);

  await writeProfiles(undefined);
  await rejects(run("mintToken", { profile: "HL" }), /There is no profile "HL"/);
});

test("a token goes into every request under a cursor, as its provider wants it carried", async () => {
  const pair = await rsaPair("SHA-256");
  await run("importKey", { name: "hl2", text: pkcs8Pem(pair) });
  const values = { siteId: "54344", apiKey: "hl-api" };
  await run("saveProfile", { name: "HL2", provider: "help-lightning", key: "hl2", values });
  const content =
    "GET https://a.test/1\r\nAccept: */*\r\n\r\n###\r\n\r\nGET https://a.test/2\r\nauthorization: old\r\n";
  const document = await vscode.workspace.openTextDocument({ content, language: "plaintext" });
  const editor = await vscode.window.showTextDocument(document);
  editor.selections = [0, 6].map((line) => new vscode.Selection(line, 0, line, 0));

  equal(await run("insertToken", { profile: "HL2", as: "header" }), 2);

  const text = document.getText();
  equal(text.match(/^x-helplightning-api-key: hl-api\r$/gm)?.length, 2);
  equal(text.match(/^authorization: eyJ[\w-]+\.[\w-]+\.[\w-]+\r$/gim)?.length, 2);
  ok(!/[^\r]\n/.test(text), "every line still ends with CR LF");
  await vscode.commands.executeCommand("undo");
  equal(document.getText(), content);
  await writeProfiles(undefined);
});

test("a token from elsewhere goes in as a bearer token", async () => {
  const document = await vscode.workspace.openTextDocument({ content: "GET https://a.test\n" });
  await vscode.window.showTextDocument(document);

  equal(await run("insertToken", { token: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln" }), 1);

  equal(document.getText(), "GET https://a.test\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln\n");
});

test("a failure is one message that says what to do, and stores nothing", async () => {
  const publicPem = pem(
    "PUBLIC KEY",
    new Uint8Array(await crypto.subtle.exportKey("spki", (await ecPair()).publicKey)),
  );
  await run("importKey", { name: "rsa", text: pkcs8Pem(await rsaPair("SHA-256")) });
  const refused: readonly (readonly [string, unknown, RegExp])[] = [
    ["importKey", { name: "bad", text: publicPem }, /public key/],
    ["importKey", { name: "bad", text: "hello" }, /no key|not a key/i],
    ["importKey", { name: "bad", text: "" }, /empty/],
    ["importKey", { name: "bad" }, /"text" is missing/],
    ["importKey", { name: "bad", text: pkcs8Pem(await rsaPair("SHA-256")), alg: "ES256" }, /ES256/],
    ["importKey", { text: "x" }, /"name" is missing/],
    ["importKey", { name: " ", text: pkcs8Pem(await rsaPair("SHA-256")) }, /needs a name/],
    ["importKey", { name: "bad", uri: vscode.Uri.file("/does/not/exist.pem") }, /could not be read/],
    ["mintToken", { provider: "lirium", values: {}, key: "rsa" }, /API key is empty/],
    ["mintToken", { provider: "mars", values: {}, key: "rsa" }, /no provider "mars"/],
    ["mintToken", { provider: "app-store-connect", values: { keyId: "K" }, key: "rsa" }, /ES256/],
    ["mintToken", { provider: "lirium", values: { apiKey: "a" }, key: "gone" }, /"gone" is not on this machine/],
    ["mintToken", {}, /"provider" is missing/],
    ["insertToken", { token: "x" }, /1 part, a JWT has 3/],
    ["saveProfile", { name: "p", provider: "mars" }, /no provider "mars"/],
    ["deleteKey", { key: "gone" }, /not on this machine/],
    ["deleteProfile", { profile: "gone" }, /no profile "gone"/],
  ];
  for (const [command, argument, message] of refused) {
    const error = await rejects(run(command, argument), message);
    ok(!/\bat .*\d+:\d+|BEGIN/.test(error.message), error.message);
  }
  ok((await run<Summary[]>("listKeys")).every(({ name }) => name !== "bad"));
  equal(profiles(), []);
});

const tabs = () => vscode.window.tabGroups.all.reduce((count, group) => count + group.tabs.length, 0);

test("insertToken says so where there is no editor and where there is no request", async () => {
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  // The extension host hears of it a moment later.
  await eventually(() => vscode.window.visibleTextEditors.length === 0 && tabs() === 0);
  const token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln";
  await rejects(run("insertToken", { token }), /No file is open/);

  const content = "# GET nothing\n@a = 1\n\n###\nGET https://a.test\n";
  // In a file that was never open the cursor is at the start: of an untitled one, VS Code remembers where it stood before.
  const { document } = await showFile("without a request.http", content);

  await rejects(run("insertToken", { token }), /request/);
  equal(document.getText(), content);
});

test("a secret signs Partner API tokens, and a generated key has its public half to copy", async () => {
  const text = "0123456789abcdef0123456789abcdef0123456789abcdef";
  const secret = await run<Summary>("importKey", { name: "secret", text, alg: "HS256" });
  equal([secret.kty, secret.bits], ["oct", 384]);
  match(await run("mintToken", { provider: "partner-api", values: { clientId: "c" }, key: "secret" }), /^eyJ/);

  const generated = await run<Summary>("generateKey", { name: "made", alg: "ES256" });
  equal([generated.kty, generated.crv], ["EC", "P-256"]);
  match(await run("exportPublicKey", { key: "made", format: "pem" }), /^-----BEGIN PUBLIC KEY-----\n/);
  const jwk = JSON.parse(await run("exportPublicKey", { key: "made", format: "jwk" })) as Record<string, unknown>;
  ok(jwk["d"] === undefined && jwk["x"] !== undefined);
  await rejects(run("exportPublicKey", { key: "secret", format: "pem" }), /secret/i);
});

const tokenOf = (claims: object) => compactOf({ alg: "HS256" }, claims);

test("tokens are inspected, decoded and compared by argument", async () => {
  const [token, other] = [tokenOf({ sub: "a", exp: 1 }), tokenOf({ sub: "b", exp: 1 })];

  const inspection = await run<Record<string, unknown>>("inspectToken", { token });
  equal([inspection["kind"], inspection["state"]], ["JWS", "expired"]);
  equal(inspection["claims"], { sub: "a", exp: 1 });
  ok((inspection["findings"] as readonly { code: string }[]).some(({ code }) => code === "CLAIM_EXPIRED"));
  equal(JSON.parse(await run("decodeToken", { token })), { header: { alg: "HS256" }, claims: { sub: "a", exp: 1 } });
  equal(JSON.parse(await run("copyPayload", { token })), { sub: "a", exp: 1 });
  equal(await run("compareTokens", { token, other }), { header: [], claims: ["sub"] });

  await rejects(run("inspectToken", { token: "x" }), /has 1 part, a JWT has 3/);
  await rejects(run("inspectToken", {}), /"token" is missing/);
  await rejects(run("compareTokens", { token }), /"other" is missing/);
});

test("a token is verified by argument with a stored key, a PEM, a JWK, a JWK Set or a secret", async () => {
  const pair = await rsaPair("SHA-256");
  await run("importKey", { name: "verifier", text: pkcs8Pem(pair) });
  const token = await run<string>("mintToken", {
    provider: "help-lightning",
    values: { siteId: "1" },
    key: "verifier",
  });
  const publicPem = pem("PUBLIC KEY", new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey)));
  const jwk = await crypto.subtle.exportKey("jwk", pair.publicKey);
  const other = pem("PUBLIC KEY", new Uint8Array(await crypto.subtle.exportKey("spki", (await ecPair()).publicKey)));
  const verify = async (key: unknown, rules: object = {}) =>
    run<{ valid: boolean; claims?: object; reason?: string }>("verifyToken", { token, key, ...rules });

  for (const key of [{ stored: "verifier" }, publicPem, jwk, { keys: [jwk] }, JSON.stringify({ keys: [jwk] })]) {
    const { valid, claims, reason } = await verify(key);
    equal([valid, reason], [true, undefined]);
    ok(claims && "sub" in claims);
  }
  equal((await verify(publicPem, { algs: ["RS512"] })).valid, false);
  equal((await verify(publicPem, { required: ["jti"] })).valid, false);
  match((await verify(publicPem, { now: 9e9 })).reason ?? "", /expired/);
  equal((await verify(publicPem, { now: Date.now() / 1000 + 100, skew: 200 })).valid, true);
  equal((await verify(other)).valid, false);
  await rejects(verify({ stored: "gone" }), /"gone" is not on this machine/);
  await rejects(verify(1), /"key" must be/);
  await rejects(verify(publicPem, { algs: "RS256" }), /"algs" must be a list/);
});

test("a detached payload and an encoded secret are verified by argument", async () => {
  const bytes = new TextEncoder().encode("0123456789abcdef0123456789abcdef");
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytes, hmac, false, ["sign"]);
  const header = part('{"alg":"HS256"}');
  const input = new TextEncoder().encode(`${header}.${part("a body")}`);
  const signature = new Uint8Array(await crypto.subtle.sign(hmac, key, input));
  const token = `${header}..${base64url(signature)}`;
  const verify = async (rules: object) =>
    run<{ valid: boolean; payload?: string; warnings?: readonly { code: string }[] }>("verifyToken", {
      token,
      ...rules,
    });
  const secret = { key: base64url(bytes), encoding: "base64url" };

  equal((await verify({ ...secret, payload: "a body" })).payload, "a body");
  equal((await verify({ ...secret, payload: { base64url: part("a body") } })).valid, true);
  equal((await verify({ ...secret, payload: "another" })).valid, false);
  equal((await verify({ ...secret, encoding: "text", payload: "a body" })).valid, false);
  await rejects(verify({ ...secret, payload: 1 }), /"payload" must be a text or/);
  await rejects(verify({ ...secret, payload: { base64url: "=" } }), /"payload" must be a text or/);
  await rejects(verify({ ...secret, encoding: "rot13" }), /"encoding" must be one of text, base64, base64url, hex/);
  await rejects(verify({ key: { stored: "x" }, encoding: "hex" }), /"encoding" is for a secret/);
});
