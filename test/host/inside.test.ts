import { test } from "node:test";
import { testInExtensionHost } from "./extensionHost.ts";

test("in the remote extension host", (t) => testInExtensionHost(t));

test("in the web worker extension host", (t) => testInExtensionHost(t, { web: true }));
