import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Development } from "./development.ts";
import { newRunFolder } from "./folders.ts";
import { type Front, startFront } from "./front.ts";
import { type UserSettings, calmSettings } from "./settings.ts";
import { installVsCodeServer } from "./vscodeServer.ts";
import { patience } from "./windowParts.ts";

export interface ServerOptions extends Development {
  readonly settings?: UserSettings;
  /** The user's own keybindings. */
  readonly keybindings?: readonly object[] | undefined;
  /** Where the workbench is to be found; a free port unless given. */
  readonly port?: number;
  /** Whether the Extensions view can reach its gallery; no unless given. */
  readonly gallery?: boolean;
  /** Whether workspaces need to be trusted; no unless given. */
  readonly trust?: boolean;
}

export interface VsCodeServer {
  /** Host and port, such as `127.0.0.1:41234`. */
  readonly authority: string;
  /** A folder of this run alone, gone after `stop`. */
  readonly folder: string;
  stop(): void;
}

/** Starts VS Code's server with empty state. `stop`, and the end of this process in any way, ends it and its children. */
export async function startVsCodeServer(options: ServerOptions): Promise<VsCodeServer> {
  const { settings = {}, keybindings = [], port, gallery = false, trust = false, ...development } = options;
  requireBuild(options.extension);
  const main = await installVsCodeServer();
  const folder = newRunFolder("server");
  const userFolder = join(folder, "server", "data", "User");
  mkdirSync(userFolder, { recursive: true });
  writeFileSync(join(userFolder, "settings.json"), JSON.stringify({ ...calmSettings, ...settings }, undefined, 2));
  writeFileSync(join(userFolder, "keybindings.json"), JSON.stringify(keybindings));
  const child = spawnServer(main, folder, { gallery, trust });
  const clean = () => {
    endWithChildren(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  const forget = onProcessEnd(clean);
  let front: Front | undefined;
  const stop = () => {
    forget();
    front?.close();
    clean();
  };
  try {
    front = await startFront({ serverPort: await portOf(child), port, development });
    return { authority: `127.0.0.1:${front.port}`, folder, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

function requireBuild(extension: string): void {
  const { main } = JSON.parse(readFileSync(join(extension, "package.json"), "utf8")) as { main?: string };
  if (main !== undefined && existsSync(join(extension, main))) return;
  throw new Error(`The extension is not built: ${main} is missing. Run "npm run build" first.`);
}

function spawnServer(
  main: string,
  folder: string,
  { gallery, trust }: Required<Pick<ServerOptions, "gallery" | "trust">>,
): ChildProcess {
  const flags = {
    host: "127.0.0.1",
    port: "0",
    "telemetry-level": "off",
    "server-data-dir": join(folder, "server"),
    "extensions-dir": join(folder, "extensions"),
  };
  const args = [
    `--import=${new URL("endWithParent.ts", import.meta.url).href}`,
    main,
    ...Object.entries(flags).map(([name, value]) => `--${name}=${value}`),
    "--without-connection-token",
    "--accept-server-license-terms",
    ...(trust ? [] : ["--disable-workspace-trust"]),
  ];
  const inherited = Object.entries(process.env).filter(([name]) => !/^(NODE_|VSCODE_|npm_)/.test(name));
  const env = { ...Object.fromEntries(inherited), ...(gallery ? {} : { EXTENSIONS_GALLERY: "{}" }) };
  return spawn(process.execPath, args, { env, cwd: folder, detached: process.platform !== "win32" });
}

function portOf(child: ChildProcess): Promise<number> {
  let output = "";
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`VS Code's server ${why}.\n${output}`));
    const timer = setTimeout(() => fail(`did not start within ${patience / 1000} s`), patience);
    const read = (chunk: unknown) => {
      output = (output + String(chunk)).slice(-20_000);
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.on("exit", (code) => fail(`ended with code ${code}`));
    child.on("error", (error) => fail(`did not start: ${error.message}`));
  });
}

function endWithChildren({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(pid), "/T", "/F"]);
    return;
  }
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

/** Ends in "exit", on which others clean up too. */
function onSignal(_signal: NodeJS.Signals, number: number): void {
  process.exit(128 + number);
}

/** Runs `action` when this process ends, also by a signal. Returns what takes that back. */
function onProcessEnd(action: () => void): () => void {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const forget = () => {
    process.off("exit", action);
    for (const signal of signals) process.off(signal, onSignal);
  };
  process.on("exit", action);
  for (const signal of signals) process.on(signal, onSignal);
  return forget;
}
