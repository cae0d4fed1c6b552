import { test } from "node:test";
import { testInExtensionHost } from "./extensionHost.ts";

test("in the remote extension host", (t) => testInExtensionHost(t, {}, "test/host/*.host.ts"));

test("in the web worker extension host", (t) => testInExtensionHost(t, { web: true }, "test/host/*.host.ts"));

// What the editors of VS Code make of our edits and schemas does not depend on the kind of host: once is enough.
test("in the editors of VS Code", (t) => testInExtensionHost(t, {}, "test/host/editor/*.host.ts"));
