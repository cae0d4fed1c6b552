import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

type Tool = (typeof tools)[number];

const folder = mkdtempSync(join(tmpdir(), "jwt-mint-keys-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const tools = ["openssl", "ssh-keygen", "keytool", "puttygen"] as const;

const missing: ReadonlySet<Tool> = new Set(tools.filter((tool) => !isThere(tool)));

// Asked for nothing, ssh-keygen would make a key; an unknown option brings its usage, which is enough to know it is there.
// The LibreSSL that macOS calls openssl lacks some of the options.
function isThere(tool: Tool): boolean {
  const { error, stdout } = spawnSync(tool, [tool === "openssl" ? "version" : "-?"], { encoding: "utf8" });
  return error === undefined && (tool !== "openssl" || /^OpenSSL (?![012]\.)/.test(stdout));
}

/** What made the keys of this run, for the title of a test. */
export const origin = (["openssl", "ssh-keygen"] as const)
  .map((tool) => (missing.has(tool) ? `node:crypto, since there is no ${tool}` : tool))
  .join(" and ");

/** A test with tools of this machine; one line says so where they are missing. "legacy" is OpenSSL's provider of old ciphers. */
export function testWith(needed: readonly (Tool | "legacy")[], name: string, body: () => Promise<void>): void {
  const lacks = needed.filter((need) => (need === "legacy" ? !hasLegacy() : missing.has(need)));
  if (lacks.length === 0) void test(name, body);
  else console.log(`Not tried, for there is no ${lacks.join(" and ")} on this machine: ${name}.`);
}

/** Runs a tool of this machine; undefined where it is missing, an exception where it fails. */
export function run(tool: Tool, ...args: readonly string[]): Uint8Array | undefined {
  if (missing.has(tool)) return undefined;
  return new Uint8Array(execFileSync(tool, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] }));
}

function hasLegacy(): boolean {
  try {
    return run("openssl", "list", "-providers", "-provider", "legacy") !== undefined;
  } catch {
    return false;
  }
}

/** Runs a tool that writes the file `name`; where the tool is missing, writes what `instead` gives. */
export function made(name: string, [tool, ...args]: readonly [Tool, ...string[]], instead: () => string | Uint8Array) {
  if (run(tool, ...args) === undefined) put(name, instead());
  return file(name);
}

export const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);

export const file = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));

/** Runs the command that a refusal recommends, on `name`; returns what it made, or undefined where its tool is missing. */
export function follow(message: string, name: string, ...more: readonly string[]): Uint8Array | undefined {
  const [tool, ...args] = (/"((?:openssl|ssh-keygen|keytool|puttygen) [^"]+)"/.exec(message)?.[1] ?? "").split(" ");
  const known = tools.find((each) => each === tool);
  if (known === undefined) throw new Error(`no command in: ${message}`);
  const output = args.find((arg) => arg.startsWith("NEW"));
  const target = output === undefined && args.includes("-p") ? name : `${name}.new`;
  const source = output === undefined ? target : name;
  const places = args.map((arg) => (arg === "FILE" ? source : arg === output ? target : arg));
  return run(known, ...places, ...more) === undefined ? undefined : file(target);
}
