import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { newRunFolder, repositoryRoot } from "./folders.ts";

/** Builds an extension of its own, which unlike tests in the extension host is there for as many windows as there are. Resolves to its folder. */
export async function buildCompanion(name: string, entry: string): Promise<string> {
  const folder = newRunFolder(name);
  const manifest = {
    name,
    publisher: "jwt-mint-tests",
    version: "0.0.1",
    engines: { vscode: "^1.105.0" },
    main: "extension.cjs",
    browser: "extension.cjs",
    extensionKind: ["workspace"],
    activationEvents: ["*"],
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  await build({
    entryPoints: [join(repositoryRoot, entry)],
    outfile: join(folder, manifest.main),
    bundle: true,
    format: "cjs",
    target: "es2023",
    external: ["vscode"],
    logLevel: "warning",
  });
  return folder;
}
