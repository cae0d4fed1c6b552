import * as vscode from "vscode";
import { ecPair, pkcs8Pem, readToken } from "../../inside/kit/keys.ts";
import type { Check, Imported, Plan, Round } from "./rounds.ts";
import { run } from "../../inside/kit/commands.ts";

const pause = async (time: number) => new Promise((resolve) => setTimeout(resolve, time));

function uriOf(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined) throw new Error("no folder is open");
  return vscode.Uri.joinPath(folder, path);
}

async function read<T>(path: string): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(path)))) as T;
}

/** Written under another name first, so that what is read elsewhere is whole. */
async function write(path: string, value: unknown): Promise<void> {
  const draft = uriOf(`${path}.draft`);
  await vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(JSON.stringify(value)));
  await vscode.workspace.fs.rename(draft, uriOf(path));
}

/** The names of a folder's files of one kind, without their ending. */
async function filesIn(folder: string, ending: string): Promise<readonly string[]> {
  const entries = await vscode.workspace.fs.readDirectory(uriOf(folder));
  return entries.flatMap(([name]) => (name.endsWith(ending) ? [name.slice(0, -ending.length)] : []));
}

/** Imports a new key; what it is stands in a file before, and that it is stored in another afterwards. */
async function importOne(round: string, name: string): Promise<void> {
  const pair = await ecPair();
  const publicKey = await crypto.subtle.exportKey("jwk", pair.publicKey);
  await write(`${round}/${name}.json`, { name, publicKey } satisfies Imported);
  await run("importKey", { name, text: pkcs8Pem(pair) });
  await write(`${round}/${name}.done`, true);
}

/** Whether a key is wholly there, for which its token must fit the public half that was noted before it was imported. */
async function check({ name, publicKey }: Imported, listed: ReadonlySet<string>): Promise<Check["state"]> {
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const order = { provider: "app-store-connect", values: { keyId: "K" }, key: name };
  try {
    const pair = {
      publicKey: await crypto.subtle.importKey("jwk", publicKey, algorithm, true, ["verify"]),
      pkcs8: new Uint8Array(),
    };
    const { verified } = await readToken(await run<string>("mintToken", order), pair);
    return verified && listed.has(name) ? "whole" : "broken";
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    if (listed.has(name)) return "broken";
    if (message.includes("is no longer on this machine")) return "lost";
    return message.includes("is not on this machine") ? "absent" : "broken";
  }
}

async function checkRound(round: string): Promise<readonly Check[]> {
  const listed = new Set((await run<readonly { name: string }[]>("listKeys")).map(({ name }) => name));
  const done = new Set(await filesIn(round, ".done"));
  const begun = await filesIn(round, ".json");
  return Promise.all(
    begun.map(async (name) => {
      const imported = await read<Imported>(`${round}/${name}.json`);
      return { name, done: done.has(name), state: await check(imported, listed) };
    }),
  );
}

async function follow({ id: plan, checks, count, together, windows }: Plan): Promise<void> {
  const id = crypto.randomUUID();
  const { pid } = Reflect.get(globalThis, "process") as { readonly pid: number };
  const checked = await Promise.all(checks.map(checkRound));
  await vscode.workspace.fs.createDirectory(uriOf(id));
  await write(`${plan}/${id}.json`, { id, pid, checks: checked.flat() } satisfies Round);
  while ((await filesIn(plan, ".json")).length < windows) await pause(10);
  const names = Array.from({ length: count }, (_, index) => `${id.slice(0, 8)}-${index}`);
  if (together) await Promise.all(names.map(async (name) => importOne(id, name)));
  else for (const name of names) await importOne(id, name);
}

async function followAll(): Promise<void> {
  for (let last = ""; ; await pause(50)) {
    const plan = await read<Plan>("plan.json");
    if (plan.id !== last) await follow(plan);
    last = plan.id;
  }
}

/** Follows one plan after the other, for as long as the extension host lives. */
export function activate(): void {
  void followAll().catch(async (error: unknown) => write("failure.json", String(error)));
}
