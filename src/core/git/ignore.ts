import { matches, readRule } from "./pattern.ts";

/** A gitignore file. */
export interface IgnoreFile {
  /** Its folder, relative to the repository's root, with a slash at the end; empty for the root. */
  readonly folder: string;
  readonly text: string;
}

/**
 * Whether gitignore files keep git from adding a path, as gitignore(5) says. `path` is relative to the repository's root,
 * with slashes; the files stand in the order in which they count, the root's first.
 */
export function isIgnored(path: string, files: readonly IgnoreFile[]): boolean {
  const names = path.split("/");
  // Nothing in an ignored folder can be taken back.
  return names.some((_name, index) => decide(names.slice(0, index + 1).join("/"), index < names.length - 1, files));
}

function decide(path: string, isFolder: boolean, files: readonly IgnoreFile[]): boolean {
  let ignored = false;
  for (const { folder, text } of files) {
    if (!path.startsWith(folder)) continue;
    for (const line of text.split("\n")) {
      const rule = readRule(line);
      if (rule === undefined || (rule.foldersOnly && !isFolder)) continue;
      if (matches(rule.pieces, path.slice(folder.length))) ignored = !rule.negated;
    }
  }
  return ignored;
}

/** The line of a gitignore file that names this path below its folder, and no other. */
export const ignoreLine = (path: string): string => `/${path.replaceAll(/[\\*?[]/g, "\\$&").replace(/ $/, "\\ ")}`;

/** A gitignore file's text with another line at its end, in the file's own kind of line breaks. */
export function withLine(text: string, line: string): string {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  return `${text}${text === "" || text.endsWith("\n") ? "" : eol}${line}${eol}`;
}
