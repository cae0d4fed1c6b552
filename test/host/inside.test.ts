import { rmSync } from "node:fs";
import { after, test } from "node:test";
import { writeBadInputs } from "./badKeyInputs.ts";
import { testInExtensionHost } from "./extensionHost.ts";
import { makeKeyFolder } from "./madeKeys.ts";

const { folder, verifyTokens } = makeKeyFolder();
await writeBadInputs(folder);
after(() => rmSync(folder, { recursive: true, force: true }));

test("in the remote extension host", (t) => testInExtensionHost(t, { folder }, "test/host/*.host.ts", verifyTokens));

test("in the web worker extension host", (t) =>
  testInExtensionHost(t, { folder, web: true }, "test/host/*.host.ts", verifyTokens));

// What the editors of VS Code make of our edits and schemas does not depend on the kind of host: once is enough.
test("in the editors of VS Code", (t) => testInExtensionHost(t, {}, "test/host/editor/*.host.ts"));
