import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "./folders.ts";
import { installOnce } from "./installOnce.ts";

/** The npm package that carries VS Code's server and workbench, here VS Code 1.139.1. */
const version = "4.139.1";
const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"];

/** Installs VS Code's server at first use. Resolves to the file to run it with. */
export async function installVsCodeServer(): Promise<string> {
  const folder = join(cacheFolder, `code-server-${version}`);
  if (!existsSync(folder)) console.log("Installing VS Code for the tests (once, about 15 seconds)…");
  await installOnce(folder, async (temporary) => {
    writeFileSync(join(temporary, "package.json"), '{ "private": true }\n');
    await npm(temporary, ["install", ...quiet, "--save-exact", `code-server@${version}`]);
    await npm(serverFolder(temporary), ["install", "--omit=dev", ...quiet]);
  });
  return join(serverFolder(folder), "out", "server-main.js");
}

function serverFolder(folder: string): string {
  return join(folder, "node_modules", "code-server", "lib", "vscode");
}

function npm(cwd: string, args: readonly string[]): Promise<void> {
  const windows = process.platform === "win32";
  const child = spawn("npm", args, { cwd, env: npmEnvironment(), shell: windows, timeout: 5 * 60_000 });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`"npm ${args.join(" ")}" failed in ${cwd}:\n${output}`));
    });
  });
}

/**
 * The environment without what `npm test` or `npm ci --omit=dev` leave in it for their own project, but with what says
 * how to reach the registry.
 */
function npmEnvironment(): NodeJS.ProcessEnv {
  const reach =
    /^npm_config_(.*registry|cache|userconfig|globalconfig|.*proxy|ca|cafile|strict_ssl|.*offline|fetch_.*)$/i;
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || reach.test(name));
  const { NODE_ENV: _mode, NODE_OPTIONS: _options, INIT_CWD: _folder, ...environment } = Object.fromEntries(inherited);
  return environment;
}
