import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { cacheFolder, repositoryRoot } from "../harness/folders.ts";
import { installVsCodeServer } from "../harness/vscodeServer.ts";
import { patience, until } from "../harness/windowParts.ts";

const script = join(repositoryRoot, "test", "demo", "start.ts");

function start(args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
  const child = spawn(process.execPath, [script, ...args], { env });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  return { child, ended: once(child, "exit"), output: () => output };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (response) => response.ok,
    () => false,
  );
}

test(
  "npm start serves a window on the demo with keys and an API, until Ctrl+C",
  { timeout: patience * 2 },
  async () => {
    await installVsCodeServer();
    const { child, ended, output } = start([]);
    try {
      const url = await until("the address", async () => /Open (http:\S+)/.exec(output())?.[1]);
      assert.ok(await answers(url), output());
      const request = readFileSync(join(cacheFolder, "demo", "lirium.http"), "utf8");
      const api = /^GET (http:\S+)/m.exec(request)?.[1] ?? "";
      assert.equal((await fetch(api)).status, 401);
      assert.ok(existsSync(join(cacheFolder, "demo", "keys", "AuthKey_DEMO123456.p8")));

      child.kill("SIGINT");

      assert.deepEqual(await ended, [0, null]);
      assert.equal(await answers(url), false);
    } finally {
      child.kill("SIGKILL");
    }
  },
);

test("npm start -- --desktop says so where there is no code command", { timeout: patience }, async () => {
  const { ended, output } = start(["--desktop"], { ...process.env, PATH: "" });

  assert.deepEqual(await ended, [1, null]);
  assert.match(output(), /The command "code" was not found/);
});
