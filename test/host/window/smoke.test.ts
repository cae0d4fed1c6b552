import assert from "node:assert/strict";
import { windowTest } from "../harness/windowTest.ts";

for (const web of [false, true]) {
  const host = web ? "web worker" : "remote";

  windowTest(`a window opens with the extension in the ${host} host`, { web }, async (window) => {
    assert.ok((await window.commandsFor("Mint Lirium token")).includes("Mint Lirium token"));
    assert.deepEqual(await window.notifications(), []);
  });
}
