import { randomUUID } from "node:crypto";
import { globSync, readFileSync, rmSync } from "node:fs";
import { SourceMap } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { cacheFolder, repositoryRoot } from "./folders.ts";

export interface HostTestBundle {
  readonly path: string;
  /** What each message of the tests begins with on the console. */
  readonly prefix: string;
  /** Turns the places that a stack names in the bundle into places in the sources. */
  readonly mapStack: (stack: string) => string;
  readonly remove: () => void;
}

/** Bundles the tests that match a pattern for the inside of the extension host into one file that any kind of extension host can load. */
export const bundleHostTests = (pattern: string) => bundleForHost(testsOf(pattern));

/** Bundles a module that exports what VS Code is to `run` in the extension host in place of tests. */
export const bundleHostModule = (path: string) => bundleForHost(`export { run } from "./${path}";`);

async function bundleForHost(contents: string): Promise<HostTestBundle> {
  const id = randomUUID();
  const prefix = `host-test ${id} `;
  const path = join(cacheFolder, "build", `${id}.cjs`);
  await build({
    stdin: { contents, resolveDir: repositoryRoot, sourcefile: "host-tests.ts" },
    outfile: path,
    bundle: true,
    format: "cjs",
    platform: "browser",
    target: "es2023",
    external: ["vscode"],
    define: { MESSAGE_PREFIX: JSON.stringify(prefix) },
    sourcemap: "external",
    logLevel: "warning",
  });
  const remove = () => [path, `${path}.map`].forEach((file) => rmSync(file, { force: true }));
  return { path, prefix, mapStack: stackMapper(path, id), remove };
}

function testsOf(pattern: string): string {
  const files = globSync(pattern, { cwd: repositoryRoot }).toSorted();
  if (files.length === 0) throw new Error(`No file matches ${pattern}`);
  const imports = files.map((file) => `import ${JSON.stringify(`./${file.replaceAll("\\", "/")}`)};`);
  return [...imports, 'export { run } from "./test/host/inside/kit/run.ts";'].join("\n");
}

function stackMapper(path: string, id: string): (stack: string) => string {
  const map = new SourceMap(
    JSON.parse(readFileSync(`${path}.map`, "utf8")) as ConstructorParameters<typeof SourceMap>[0],
  );
  const place = new RegExp(`[^\\s(]*${id}\\.cjs(#vscode-extension)?:(\\d+):(\\d+)`, "g");
  return (stack) =>
    stack.replaceAll(place, (_place, web: string | undefined, line: string, column: string) => {
      // The web worker host wraps the file in a function, which adds two lines in front.
      const found = map.findOrigin(Number(line) - (web === undefined ? 0 : 2), Number(column));
      return "fileName" in found
        ? `${join(path, "..", found.fileName)}:${found.lineNumber}:${found.columnNumber}`
        : _place;
    });
}
