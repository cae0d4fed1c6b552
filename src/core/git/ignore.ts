import ignore from "ignore";

/** A gitignore file. */
export interface IgnoreFile {
  /** Its folder, relative to the repository's root, with a slash at the end; empty for the root. */
  readonly folder: string;
  readonly text: string;
}

// What is read in a fraction of a second however it is written; no project's own files come near.
const mostLines = 2000;
const longestLine = 1000;
const mostStars = 3; // Of `**` in a line.
const deepest = 20; // Folders above the file.

/**
 * Whether gitignore files keep git from adding a path, as gitignore(5) says. `path` is relative to the repository's root,
 * with slashes; the files are in the order in which they count, the root's first.
 * @returns undefined where that would take too long to tell
 */
export function isIgnored(path: string, files: readonly IgnoreFile[]): boolean | undefined {
  const lines = files.flatMap(({ folder, text }) => text.split(/\r?\n/).map((line) => below(folder, line)));
  const isSlow = lines.length > mostLines || path.split("/").length > deepest || lines.some(isSlowLine);
  return isSlow ? undefined : ignore({ ignorecase: false }).add(lines).ignores(path);
}

const isSlowLine = (line: string) => line.length > longestLine || line.split("**").length - 1 > mostStars;

/** A line of a folder's gitignore file as the root's would write it. */
function below(folder: string, line: string): string {
  if (folder === "" || line.trim() === "" || line.startsWith("#")) return line;
  const negation = line.startsWith("!") ? "!" : "";
  const pattern = line.slice(negation.length).replace(/^\//, "");
  // A slash anywhere but at the end ties the pattern to the file's own folder.
  const isTied = line.trimEnd().replace(/\/$/, "").includes("/");
  return `${negation}/${escaped(folder)}${isTied ? "" : "**/"}${pattern}`;
}

const escaped = (path: string): string => path.replaceAll(/[\\*?[]/g, "\\$&");

/** The line of a gitignore file that names this path below its folder, and no other. */
export const ignoreLine = (path: string): string => `/${escaped(path).replace(/ $/, "\\ ")}`;

/** A gitignore file's text with another line at its end, in the file's own kind of line breaks. */
export function withLine(text: string, line: string): string {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  return `${text}${text === "" || text.endsWith("\n") ? "" : eol}${line}${eol}`;
}
