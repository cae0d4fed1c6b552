import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Tool = (typeof tools)[number];

const folder = mkdtempSync(join(tmpdir(), "jwt-mint-keys-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const tools = ["openssl", "ssh-keygen"] as const;

const missing: ReadonlySet<Tool> = new Set(tools.filter((tool) => !isThere(tool)));

// Asked for nothing, ssh-keygen would make a key; an unknown option brings its usage, which is enough to know it is there.
// The LibreSSL that macOS calls openssl lacks some of the options.
function isThere(tool: Tool): boolean {
  const { error, stdout } = spawnSync(tool, [tool === "openssl" ? "version" : "-?"], { encoding: "utf8" });
  return error === undefined && (tool !== "openssl" || /^OpenSSL (?![012]\.)/.test(stdout));
}

/** What made the keys of this run, for the title of a test. */
export const origin = tools
  .map((tool) => (missing.has(tool) ? `node:crypto, since there is no ${tool}` : tool))
  .join(" and ");

/** Runs a tool of this machine; undefined where it is missing, an exception where it fails. */
export function run(tool: Tool, ...args: readonly string[]): Uint8Array | undefined {
  if (missing.has(tool)) return undefined;
  return new Uint8Array(execFileSync(tool, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] }));
}

/** Runs a tool that writes the file `name`; where the tool is missing, writes what `instead` gives. */
export function made(name: string, [tool, ...args]: readonly [Tool, ...string[]], instead: () => string | Uint8Array) {
  if (run(tool, ...args) === undefined) put(name, instead());
  return file(name);
}

export const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);

const file = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));

/** Runs the command that a refusal recommends, on `name`; returns what it made, or undefined where its tool is missing. */
export function follow(message: string, name: string, ...more: readonly string[]): Uint8Array | undefined {
  const [tool, ...args] = (/"((?:openssl|ssh-keygen) [^"]+)"/.exec(message)?.[1] ?? "").split(" ");
  if (tool !== "openssl" && tool !== "ssh-keygen") throw new Error(`no command in: ${message}`);
  const target = args.includes("NEWFILE") || !args.includes("-p") ? `${name}.new` : name;
  const places = args.map((arg) => ({ FILE: args.includes("NEWFILE") ? name : target, NEWFILE: target })[arg] ?? arg);
  return run(tool, ...places, ...more) === undefined ? undefined : file(target);
}
