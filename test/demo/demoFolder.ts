import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../host/harness/folders.ts";
import { type DemoKeys, writeDemoKeys } from "./demoKeys.ts";

export const demoFixture = join(repositoryRoot, "test", "fixtures", "demo");

/** Makes `folder` a fresh copy of the demo, with its keys and with its requests aimed at the partner API on `port`. */
export function makeDemoFolder(folder: string, keys: DemoKeys, port: number): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(demoFixture, folder, { recursive: true });
  writeDemoKeys(join(folder, "keys"), keys);
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".http"))) {
    const path = join(folder, name);
    writeFileSync(path, readFileSync(path, "utf8").replaceAll("__API_PORT__", String(port)));
  }
}
