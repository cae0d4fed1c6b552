import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const patience = 5 * 60_000;

/**
 * Makes the folder `target`, unless it is there, by letting `fill` fill a temporary sibling that is then renamed: what
 * was interrupted is never taken for whole. Processes that want the same folder at the same time wait for the first.
 */
export async function installOnce(target: string, fill: (folder: string) => Promise<void>): Promise<void> {
  mkdirSync(dirname(target), { recursive: true });
  const lock = `${target}.lock`;
  const giveUpAt = Date.now() + patience;
  while (!existsSync(target)) {
    if (take(lock)) await fillAndRename(target, fill).finally(() => rmSync(lock, { force: true }));
    else if (Date.now() > giveUpAt) throw new Error(`Another process holds ${lock}. Delete that file and try again.`);
    else await delay(200);
  }
}

async function fillAndRename(target: string, fill: (folder: string) => Promise<void>): Promise<void> {
  if (existsSync(target)) return;
  const temporary = `${target}.${process.pid}`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary);
  try {
    await fill(temporary);
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (isAbandoned(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isAbandoned(lock: string): boolean {
  try {
    const owner = Number(readFileSync(lock, "utf8"));
    // An empty lock file is one whose owner is about to write its id.
    if (owner === 0) return Date.now() - statSync(lock).mtimeMs > 10_000;
    return !isRunning(owner);
  } catch {
    return false;
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
