import { rmSync } from "node:fs";
import { after, test } from "node:test";
import { writeBadInputs } from "./badKeyInputs.ts";
import { testInExtensionHost } from "../harness/extensionHost.ts";
import { makeKeyFolder } from "./madeKeys.ts";

const { folder, verifyTokens } = makeKeyFolder();
await writeBadInputs(folder);
after(() => rmSync(folder, { recursive: true, force: true }));

/** One file of them, by its name without `.host.ts`: `ONLY=requestLens npm run test:host`. */
const only = process.env["ONLY"];
const inHost = only === undefined ? "test/host/inside/*.host.ts" : `test/host/inside/{,editor/}${only}.host.ts`;
const judge = only === undefined ? verifyTokens : undefined;

test("in the remote extension host", (t) => testInExtensionHost(t, { folder }, inHost, judge));

test("in the web worker extension host", (t) => testInExtensionHost(t, { folder, web: true }, inHost, judge));

// What the editors of VS Code make of our edits and schemas does not depend on the kind of host: once is enough.
if (only === undefined)
  test("in the editors of VS Code", (t) => testInExtensionHost(t, {}, "test/host/inside/editor/*.host.ts"));
