/** Builds the bundles and holds each to its size budget: `node esbuild.mjs [--dev] [--watch]`. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import * as esbuild from "esbuild";
import { lineMapOf } from "./.ci/lineMap.ts";
import { bundledPackages, noticesOf } from "./.ci/notices.ts";
import { giving, requireOnce, sharedBy, taking } from "./.ci/sharedModules.ts";

const KB = 1024;
const dev = process.argv.includes("--dev") || process.argv.includes("--watch");

/** The same bundles serve the desktop, remote and web-worker hosts, so they are CommonJS without Node's modules. */
function hostBundle(entry, outfile) {
  return { entryPoints: [entry], outfile, format: "cjs", external: ["vscode"] };
}

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
  return { ...hostBundle(entry, outfile), ...map, plugins: [lineMaps] };
}

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

const first = hostBundle("src/extension.ts", "dist/extension.cjs");
const main = lazyBundle("src/commands/table.ts", "dist/main.cjs");
const keys = lazyBundle("src/services/keyTools.ts", "dist/keys.cjs");

/** The same bundle, giving modules to those it loads and taking others from those that loaded it. */
function linked({ entryPoints, plugins = [], ...options }, { gives, takes = [] }) {
  const entry = gives === undefined ? { entryPoints } : { stdin: giving(entryPoints[0], gives) };
  return { ...options, ...entry, plugins: [taking(takes), ...plugins] };
}

const quietMain = { ...shared, ...main, plugins: [] };
const toKeys = await sharedBy((gives) => linked(quietMain, { gives }), { ...shared, ...keys, plugins: [] }, "k");
const toMain = await sharedBy(
  (gives) => linked({ ...shared, ...first }, { gives }),
  linked(quietMain, { gives: toKeys }),
  "m",
);

/** What VS Code starts with, what the first command, request or view loads, what the first key loads, and the webview. */
const bundles = [
  { budget: 7.6 * KB, options: linked(first, { gives: toMain }) },
  { budget: 287.5 * KB, options: linked(main, { takes: toMain, gives: toKeys }) },
  { budget: 178 * KB, options: linked(keys, { takes: toKeys }) },
  {
    budget: 180 * KB,
    options: { entryPoints: ["webview/main.ts"], outfile: "dist/webview.js", format: "iife" },
  },
];

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
  requireOnce(results.slice(0, 3).map(({ metafile }) => metafile));
  writeFileSync("dist/ThirdPartyNotices.txt", noticesOf(bundledPackages(results.map(({ metafile }) => metafile))));
}
