/** `npm start`: a VS Code with the extension in it, a folder to try it on and an API to call. `--desktop`, `--port N`. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { windowUrl } from "../host/harness/development.ts";
import { cacheFolder, repositoryRoot } from "../host/harness/folders.ts";
import { startVsCodeServer } from "../host/harness/launch.ts";
import { makeDemoFolder } from "./demoFolder.ts";
import { generateDemoKeys } from "./demoKeys.ts";
import { openDesktop } from "./desktop.ts";
import { startPartnerApi } from "./partnerApi.ts";

const { values } = parseArgs({ options: { desktop: { type: "boolean", default: false }, port: { type: "string" } } });
const folder = join(cacheFolder, "demo");

const keys = await generateDemoKeys();
const api = await startPartnerApi(keys);
makeDemoFolder(folder, keys, api.port);
const whatToTry = `
  1. Press F1 and run "Mint Lirium token". Import keys/lirium.pem; the API key is demo-api-key.
  2. Open lirium.http and run "Insert Token into Request"; a question comes first, once in a folder.
  3. Run "Open Token Panel" to read it, or send the request with REST Client or httpYac.
  The folder's README.md has more. The API that the requests call is http://127.0.0.1:${api.port}
  Stop with Ctrl+C.`;

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(0));

try {
  console.log(values.desktop ? await startDesktop() : await startInBrowser(portFrom(values.port)));
  console.log(whatToTry);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function startInBrowser(port: number | undefined): Promise<string> {
  const settings = { "workbench.startupEditor": "readme" };
  const server = await startVsCodeServer({ extension: repositoryRoot, settings, gallery: true, ...(port && { port }) });
  return `Open ${windowUrl(server.authority, folder)}`;
}

async function startDesktop(): Promise<string> {
  await openDesktop(folder, repositoryRoot);
  return `VS Code opens on ${folder}`;
}

function portFrom(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`"${text}" is not a port. Give a number from 1 to 65535.`);
}
