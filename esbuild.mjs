/** Builds the bundles and holds each to its size budget: `node esbuild.mjs [--dev] [--watch]`. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import * as esbuild from "esbuild";
import { lineMapOf } from "./.ci/lineMap.ts";
import { bundledPackages, noticesOf } from "./.ci/notices.ts";

const KB = 1024;
const dev = process.argv.includes("--dev") || process.argv.includes("--watch");

/** The same bundles serve the desktop, remote and web-worker hosts, so they are CommonJS without Node's modules. */
function hostBundle(entry, outfile) {
  return { entryPoints: [entry], outfile, format: "cjs", external: ["vscode"] };
}

/** Leaves the errors to the bundle that loads this one (src/services/bundle.ts), so that there is one class UserError. */
const sharedErrors = {
  name: "shared errors",
  setup: (build) =>
    build.onResolve({ filter: /\/errors\.ts$/ }, ({ path, resolveDir }) =>
      resolve(resolveDir, path) === resolve("src/core/errors.ts")
        ? { path: "jwt-mint:errors", external: true }
        : undefined,
    ),
};

/** Writes what it takes to name the sources in the stack of a bug, in place of a source map (src/services/bugStack.ts). */
const lineMaps = {
  name: "line maps",
  setup: (build) =>
    build.onEnd(() => {
      const { outfile } = build.initialOptions;
      if (!dev) {
        writeFileSync(
          outfile.replace(/cjs$/, "lines.json"),
          JSON.stringify(lineMapOf(readFileSync(`${outfile}.map`, "utf8"))),
        );
        rmSync(`${outfile}.map`);
      }
    }),
};

function lazyBundle(entry, outfile) {
  const map = dev ? {} : { sourcemap: "external", sourcesContent: false };
  return { ...hostBundle(entry, outfile), ...map, plugins: [sharedErrors, lineMaps] };
}

/** What VS Code starts with, what the first command, request or view loads, what the first key loads, and the webview. */
const bundles = [
  { budget: 8 * KB, options: hostBundle("src/extension.ts", "dist/extension.cjs") },
  { budget: 260 * KB, options: lazyBundle("src/commands/table.ts", "dist/main.cjs") },
  { budget: 190 * KB, options: lazyBundle("src/services/keyTools.ts", "dist/keys.cjs") },
  {
    budget: 180 * KB,
    options: { entryPoints: ["webview/main.ts"], outfile: "dist/webview.js", format: "iife" },
  },
];

const shared = {
  bundle: true,
  platform: "browser",
  target: "es2022",
  minify: !dev,
  sourcemap: dev ? "linked" : false,
  legalComments: "none",
  charset: "utf8",
  metafile: true,
  logLevel: "warning",
  define: { "process.env.NODE_ENV": '"production"' },
};

const kb = (bytes) => `${(bytes / KB).toFixed(1)} KB`;

/** Prints the size of a bundle and, where it is over its budget, the inputs that weigh most. */
function report(metafile, { budget, options }) {
  const output = metafile.outputs[options.outfile];
  console.log(`${basename(options.outfile)}: ${kb(output.bytes)} of ${kb(budget)}`);
  if (dev || output.bytes <= budget) return true;
  const largest = Object.entries(output.inputs)
    .toSorted(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput)
    .slice(0, 10);
  console.error(`${options.outfile} is over its budget. Its largest inputs:`);
  for (const [input, { bytesInOutput }] of largest) console.error(`  ${kb(bytesInOutput).padStart(9)}  ${input}`);
  return false;
}

if (process.argv.includes("--watch")) {
  for (const { options } of bundles) await (await esbuild.context({ ...shared, ...options })).watch();
} else {
  const results = await Promise.all(bundles.map(({ options }) => esbuild.build({ ...shared, ...options })));
  const fits = results.map(({ metafile }, index) => report(metafile, bundles[index]));
  if (fits.includes(false)) process.exitCode = 1;
  writeFileSync("dist/ThirdPartyNotices.txt", noticesOf(bundledPackages(results.map(({ metafile }) => metafile))));
}
