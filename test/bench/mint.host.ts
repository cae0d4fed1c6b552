import * as vscode from "vscode";
import { test } from "../host/inside/kit/testing.ts";
import { median, timeInTurn } from "./figures.ts";
import { writeFile } from "../host/inside/kit/workspace.ts";

/** The keys and profiles that are measured, by a name for the table. */
const cases = [
  { name: "RSA 4096, RS512", provider: "lirium", alg: "RS512", bits: 4096, values: { apiKey: "k" }, rounds: 60 },
  {
    name: "RSA 2048, RS256",
    provider: "help-lightning",
    alg: "RS256",
    bits: 2048,
    values: { siteId: "1" },
    rounds: 300,
  },
  { name: "P-256, ES256", provider: "app-store-connect", alg: "ES256", values: { keyId: "K" }, rounds: 1500 },
  { name: "HMAC, HS256", provider: "partner-api", alg: "HS256", values: { clientId: "c" }, rounds: 1500 },
] as const;

const rsa = (hash: string, modulusLength: number) => ({
  name: "RSASSA-PKCS1-v1_5",
  hash,
  modulusLength,
  publicExponent: new Uint8Array([1, 0, 1]),
});

/** A key of the same kind for the raw signature, and the algorithm that signs with it. */
async function rawSigner(alg: (typeof cases)[number]["alg"], bits = 2048): Promise<() => Promise<ArrayBuffer>> {
  const data = crypto.getRandomValues(new Uint8Array(120));
  const { subtle } = crypto;
  if (alg === "HS256") {
    const key = await subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    return () => subtle.sign("HMAC", key, data);
  }
  if (alg === "ES256") {
    const { privateKey } = await subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"]);
    return () => subtle.sign({ name: "ECDSA", hash: "SHA-256" }, privateKey, data);
  }
  const { privateKey } = await subtle.generateKey(rsa(`SHA-${alg.slice(2)}`, bits), false, ["sign", "verify"]);
  return () => subtle.sign("RSASSA-PKCS1-v1_5", privateKey, data);
}

const write = async (name: string, figures: unknown) => writeFile(name, JSON.stringify(figures));

/** The first round of a window sets up; the next, after a reload, finds the profile and measures its first mint. */
async function isSetUp(): Promise<boolean> {
  const profiles = vscode.workspace.getConfiguration("jwtMint").get<readonly unknown[]>("profiles");
  return (profiles?.length ?? 0) > 0;
}

const mint = (profile: string) => vscode.commands.executeCommand<string>("jwtMint.mintToken", { profile });

/** A window is busy with itself for a while after it opens. */
const calm = async () => new Promise((resolve) => setTimeout(resolve, 8_000));

test("figures", async () => {
  await calm();
  if (await isSetUp()) {
    await vscode.extensions.getExtension("jwt-mint.jwt-mint")?.activate();
    const start = performance.now();
    await mint(cases[0].name);
    return write("first.json", performance.now() - start);
  }
  for (const { name, provider, alg, values, ...rest } of cases) {
    const bits = "bits" in rest ? { bits: rest.bits } : {};
    await vscode.commands.executeCommand("jwtMint.generateKey", { name, alg, ...bits });
    await vscode.commands.executeCommand("jwtMint.saveProfile", { name, provider, key: name, values });
  }
  const warm: { name: string; mint: number; raw: number }[] = [];
  for (const { name, alg, rounds, ...rest } of cases) {
    const sign = await rawSigner(alg, "bits" in rest ? rest.bits : undefined);
    const [raw, minted] = await timeInTurn(rounds, [sign, () => mint(name)]);
    warm.push({ name, mint: median(minted), raw: median(raw) });
  }
  return write("warm.json", warm);
});
