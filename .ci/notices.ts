/** The notices that must go along with the packages that are bundled, as their licences demand. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** Packages that are published without a licence text, and one of the same author that holds the text of the same licence. */
const sameLicence: ReadonlyMap<string, string> = new Map(
  ["fast-element", "fast-foundation", "fast-web-utilities"].map((name) => [
    `@microsoft/${name}`,
    "@vscode/webview-ui-toolkit",
  ]),
);

/** The folders of the packages that some bundles hold code of. */
export function bundledPackages(metafiles: readonly Metafile[]): readonly string[] {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) => Object.entries(output.inputs)),
  );
  const folders = inputs.flatMap(([path, { bytesInOutput }]) =>
    bytesInOutput === 0 ? [] : (/^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  );
  return [...new Set(folders)].toSorted();
}

/** One text with the name, version and licence of each package. Throws for a package without a licence text. */
export function noticesOf(folders: readonly string[]): string {
  const rule = "-".repeat(80);
  const notices = folders.map((folder) => {
    const { name, version, license } = readPackage(folder);
    return `${name} ${version}\nLicence: ${license}\n\n${licenceText(folder, name)}`;
  });
  return `JWT Mint contains code of these packages.\n\n${notices.map((notice) => `${rule}\n${notice}\n`).join("\n")}`;
}

function licenceText(folder: string, name: string): string {
  const own = ownText(folder);
  if (own !== undefined) return own;
  const other = sameLicence.get(name);
  const text = other === undefined ? undefined : ownText(join(folder.slice(0, -name.length), other));
  if (other === undefined || text === undefined) throw new Error(`${name} is bundled, and has no licence file.`);
  return `The package holds no licence text. This is the one of ${other}, by the same author.\n\n${text}`;
}

/** The licence in a package's folder, with the notice that the Apache licence may ask for. */
function ownText(folder: string): string | undefined {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const licences = files.filter((file) => /^(?:licen[cs]e|copying)/i.test(file));
  const notices = files.filter((file) => /^notice(?:\.|$)/i.test(file));
  if (licences.length === 0) return textInReadme(folder, files);
  return [...licences, ...notices].map((file) => readFileSync(join(folder, file), "utf8").trim()).join("\n\n");
}

/** Some packages write their licence into their README alone, under a heading of its own. */
function textInReadme(folder: string, files: readonly string[]): string | undefined {
  const readme = files.find((file) => /^readme/i.test(file));
  const text = readme === undefined ? "" : readFileSync(join(folder, readme), "utf8");
  const section = /^#+ licen[cs]e\s*$([^]*?)(?=^#|$(?![^]))/im.exec(text)?.[1]?.trim() ?? "";
  return /^Copyright .*\d{4}/im.test(section) ? section : undefined;
}

function readPackage(folder: string): Package {
  const json: Package = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return json;
}
