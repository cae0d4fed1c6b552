/** Brings package.json up to date with the code, or with `--check` fails where it is not. */
import { readFileSync, writeFileSync } from "node:fs";
import { type Manifest, withContributions } from "./contributions.ts";

const file = new URL("../../package.json", import.meta.url);
const text = readFileSync(file, "utf8");
const manifest: Manifest = JSON.parse(text);
// The layout that prettier wants of a package.json.
const written = `${JSON.stringify(withContributions(manifest), null, 2)}\n`;

if (written !== text && process.argv.includes("--check")) {
  process.stderr.write("package.json is not what the providers and commands say. Run: npm run manifest\n");
  process.exitCode = 1;
} else if (written !== text) {
  writeFileSync(file, written);
}
