import * as vscode from "vscode";
import { neighbourOf, numbers } from "../../unit/core/numbers.ts";
import { ecPair, pkcs8Pem, readToken } from "./kit/keys.ts";
import { writeProfiles } from "./kit/profiles.ts";
import { equal, eventually, ok, rejects, test } from "./kit/testing.ts";
import { run } from "./kit/commands.ts";

/** A token's part as its text. */
const partOf = (compact: string, index: 0 | 1) =>
  atob((compact.split(".")[index] ?? "").replaceAll("-", "+").replaceAll("_", "/"));

const bare = { alg: "ES256", typ: "none", issuedAt: "none", notBefore: "none", jtiBytes: "0" };
const textWith = (number: string) => `{"n":${number},"list":[${number}],"2":0,"1":{"__proto__":${number}}}`;

test("claims and header members given by argument are signed with their own digits, names and order", async () => {
  const pair = await ecPair();
  await run("importKey", { name: "numbers", text: pkcs8Pem(pair) });
  for (const number of numbers) {
    const text = textWith(number);
    const values = { ...bare, claims: text, header: `{"n":${number}}` };

    const token = await run<string>("mintToken", { provider: "custom", key: "numbers", values });

    equal([partOf(token, 0), partOf(token, 1)], [`{"alg":"ES256","n":${number}}`, text]);
    ok((await readToken(token, pair)).verified);
    const { valid } = await run<{ valid: boolean }>("verifyToken", { token, key: { stored: "numbers" } });
    equal(valid, true);
  }
});

test("a service's extra claims and header members given by a saved profile keep theirs too", async () => {
  await run("generateKey", { name: "numbers-hs", alg: "HS256" });
  for (const number of numbers) {
    const added = `"x":${number},"__proto__":{"y":${number}}`;
    const values = { clientId: "c", extraClaims: `{ ${added} }`, extraHeader: `{${added}}` };
    await run("saveProfile", { name: "Numbers", provider: "partner-api", key: "numbers-hs", values });

    const token = await run<string>("mintToken", { profile: "Numbers" });

    ok(
      [partOf(token, 0), partOf(token, 1)].every((part) => part.endsWith(`,${added}}`)),
      token,
    );
    equal((await run<{ profile?: string }>("inspectToken", { token })).profile, "Numbers");
    await writeProfiles(undefined);
  }
});

/** Unsigned tokens, for what is shown of any token. */
const tokenWith = async (number: string) =>
  run<string>("mintToken", { provider: "custom", values: { ...bare, alg: "none", claims: textWith(number) } });

test("what is decoded, copied, compared, found and hovered over has the token's own digits", async () => {
  for (const number of numbers) {
    const [token, other] = [await tokenWith(number), await tokenWith(neighbourOf(number))];

    for (const text of [await run<string>("decodeToken", { token }), await run<string>("copyPayload", { token })]) {
      equal(text.split(/[\s,]+/).filter((piece) => piece === number).length, 3, text);
    }
    equal(await run("compareTokens", { token, other }), { header: [], claims: ["n", "list", "1"] });
    const { findings } = await run<{ findings: { code: string; message: string }[] }>("inspectToken", { token });
    const told = findings.find(({ code }) => code === "NUMBER_TOO_LARGE")?.message ?? "";
    equal(told.includes(`is ${number}, which is larger`), /^-?\d{16,}$|e400/.test(number), number);
    const hovered = (await hoverOver(token)).replaceAll(/\s+/g, " ");
    ok(hovered.includes(`"n": ${number}, "list": [ ${number} ], "2": 0, "1": { "__proto__": ${number} }`), hovered);
  }
});

async function hoverOver(token: string): Promise<string> {
  const { uri } = await vscode.workspace.openTextDocument({ language: "plaintext", content: token });
  const position = new vscode.Position(0, 20);
  return eventually(async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", uri, position);
    return hovers
      .flatMap(({ contents }) => contents.map((each) => (typeof each === "string" ? each : each.value)))
      .join();
  });
}

const twice = '{\n  "sub": "a",\n  "sub": "b"\n}';
const deep = (depth: number) => `{"a":${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`;

const mintUnsigned = async (values: object) =>
  run("mintToken", { provider: "custom", values: { ...bare, alg: "none", ...values } });

test("a name that stands twice, and nesting beyond 200, are refused with their place", async () => {
  await rejects(mintUnsigned({ claims: twice }), /Claims is not right: line 3, column 3 names "sub" again/);
  const header = mintUnsigned({ claims: "{}", header: twice });
  await rejects(header, /Header members is not right: line 3, column 3 names "sub" again/);
  for (const depth of [201, 5000, 40_000]) {
    await rejects(mintUnsigned({ claims: deep(depth) }), /line 1, column 205 is nested more than 200 deep/);
  }
  await mintUnsigned({ claims: deep(200) });
});

test("so are they in a profile of the settings, and a number that was rounded there", async () => {
  const setting = vscode.workspace.getConfiguration("jwtMint");
  const profiles = [
    { name: "twice", provider: "custom", values: { alg: "none", claims: twice } },
    { name: "deep", provider: "custom", values: { alg: "none", claims: deep(5000) } },
    { name: "rounded", provider: "partner-api", key: "numbers-hs", values: { clientId: 12345678901234567000 } },
  ];
  await setting.update("profiles", profiles, vscode.ConfigurationTarget.Global);

  await rejects(run("mintToken", { profile: "twice" }), /line 3, column 3 names "sub" again/);
  await rejects(run("mintToken", { profile: "deep" }), /nested more than 200 deep/);
  await rejects(run("mintToken", { profile: "rounded" }), /Client ID is not right: a number this long is rounded/);
  await setting.update("profiles", undefined, vscode.ConfigurationTarget.Global);
});
