import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { makeDemoFolder } from "../../demo/demoFolder.ts";
import { type DemoKeys, generateDemoKeys } from "../../demo/demoKeys.ts";
import { demoValues } from "../../demo/demoValues.ts";
import { startPartnerApi } from "../../demo/partnerApi.ts";
import { newRunFolder } from "./folders.ts";
import { until } from "./windowParts.ts";
import { explained, withinLimit } from "./windowTest.ts";
import { type Workbench, open } from "./workbench.ts";

const compact = /eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/;

/** A test in a window on the demo folder, with its keys and with the partner API running. */
export function demoTest(name: string, body: (window: Workbench, keys: DemoKeys) => Promise<void>): void {
  void test(name, async () => {
    const keys = await generateDemoKeys();
    const api = await startPartnerApi(keys);
    const folder = newRunFolder("demo");
    makeDemoFolder(folder, keys, api.port);
    let window: Workbench | undefined;
    try {
      window = await open({ folder });
      await withinLimit(body(window, keys));
    } catch (error) {
      throw window === undefined ? error : await explained(error, window, name);
    } finally {
      await window?.close();
      api.close();
    }
  });
}

/** Imports a file of the demo's keys, where a key is asked for. */
export async function chooseKeyFile(window: Workbench, file: string): Promise<void> {
  await window.pickItem("From a File…");
  await window.chooseFile(join(window.folder, "keys", file));
}

/** "Mint Lirium token" for the first time, with the demo's key and the name it suggests. */
export async function setUpLirium(window: Workbench): Promise<void> {
  await window.runCommand("Mint Lirium token");
  await window.typeInput(demoValues.lirium.apiKey);
  await window.accept();
  await chooseKeyFile(window, "lirium.pem");
  await window.accept();
  await window.notification("Lirium token copied");
}

/** Answers what the first Partner API token asks for, with the demo's client and secret. */
export async function answerPartnerApi(window: Workbench): Promise<void> {
  await window.typeInput(demoValues.partnerApi.clientId);
  await window.accept();
  await chooseKeyFile(window, "partner-api.secret.txt");
  await window.pickItem("As It Is");
  await window.accept();
  await window.notification("token copied");
}

/** The token on the clipboard. */
export async function clipboardToken(window: Workbench): Promise<string> {
  const text = await window.readClipboard();
  if (!new RegExp(`^${compact.source}$`).test(text)) throw new Error("The clipboard holds no token");
  return text;
}

/** The token that the open file's `Authorization` line holds, once it is another than `old`. Saves the file. */
export async function insertedToken(window: Workbench, file: string, old = ""): Promise<string> {
  const header = new RegExp(`(?<=^Authorization: (?:Bearer )?)${compact.source}$`, "gm");
  const path = join(window.folder, file);
  return until(`one new token in ${file}`, async () => {
    await window.save();
    const [token, another] = readFileSync(path, "utf8").match(header) ?? [];
    return another === undefined && token !== old ? token : undefined;
  });
}
