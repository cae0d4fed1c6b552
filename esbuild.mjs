/** Builds the bundles and holds each to its size budget: `node esbuild.mjs [--dev] [--watch]`. */
import { basename } from "node:path";
import * as esbuild from "esbuild";

const KB = 1024;
const dev = process.argv.includes("--dev") || process.argv.includes("--watch");

/** The same bundles serve the desktop, remote and web-worker hosts, so they are CommonJS without Node's modules. */
function hostBundle(entry, outfile) {
  return { entryPoints: [entry], outfile, format: "cjs", external: ["vscode"] };
}

/** What VS Code starts with, what the first command loads, what the first key, token, dialog and view load, and the webview. */
const bundles = [
  { budget: 8 * KB, options: hostBundle("src/extension.ts", "dist/extension.cjs") },
  { budget: 120 * KB, options: hostBundle("src/commands/table.ts", "dist/commands.cjs") },
  { budget: 120 * KB, options: hostBundle("src/core/keys/tools.ts", "dist/keys.cjs") },
  { budget: 80 * KB, options: hostBundle("src/core/token/inspectTools.ts", "dist/inspect.cjs") },
  { budget: 160 * KB, options: hostBundle("src/services/verifyTools.ts", "dist/verify.cjs") },
  { budget: 60 * KB, options: hostBundle("src/dialogs/dialogs.ts", "dist/dialogs.cjs") },
  { budget: 60 * KB, options: hostBundle("src/commands/onDemand.ts", "dist/onDemand.cjs") },
  { budget: 40 * KB, options: hostBundle("src/editor/tellToken.ts", "dist/hover.cjs") },
  { budget: 40 * KB, options: hostBundle("src/views/trees.ts", "dist/views.cjs") },
  { budget: 60 * KB, options: hostBundle("src/panel/panel.ts", "dist/panel.cjs") },
  { budget: 40 * KB, options: hostBundle("src/core/token/decrypt/decryptTools.ts", "dist/decrypt.cjs") },
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
}
