import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { patience } from "./windowParts.ts";

const run = promisify(execFile);
const packageFile = createRequire(import.meta.url).resolve("httpyac/package.json");
const cli = join(dirname(packageFile), "bin", "httpyac.js");

interface Sent {
  readonly requests: readonly { readonly response: { readonly statusCode: number } }[];
}

/** Sends every request of a file with httpYac's command line, and resolves to the status of each answer. */
export async function sendWithHttpyac(file: string): Promise<readonly number[]> {
  const { stdout } = await run(process.execPath, [cli, "send", basename(file), "--all", "--json"], {
    cwd: dirname(file),
    timeout: patience,
  });
  return (JSON.parse(stdout) as Sent).requests.map(({ response }) => response.statusCode);
}
