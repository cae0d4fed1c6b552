/** A piece of a gitignore pattern. */
type Piece =
  /** One character that passes. */
  | { readonly kind: "one"; readonly passes: (character: string) => boolean }
  /** `*`: any part of a name. */
  | { readonly kind: "name" }
  /** `**` in front of a slash: any folders, each whole, or none. */
  | { readonly kind: "folders" }
  /** `**` at the end: anything. */
  | { readonly kind: "rest" };

/** A line of a gitignore file. */
export interface Rule {
  readonly pieces: readonly Piece[];
  /** `!`: takes back what earlier rules ignore. */
  readonly negated: boolean;
  readonly foldersOnly: boolean;
}

const literal = (expected: string): Piece => ({ kind: "one", passes: (character) => character === expected });

/** Reads a line as gitignore(5) says; undefined for a comment or an empty one. */
export function readRule(line: string): Rule | undefined {
  const text = withoutSpaces(line.endsWith("\r") ? line.slice(0, -1) : line);
  if (text === "" || text.startsWith("#")) return undefined;
  const negated = text.startsWith("!");
  const foldersOnly = text.endsWith("/");
  const pattern = text.slice(negated ? 1 : 0, foldersOnly ? -1 : undefined);
  if (pattern === "") return undefined;
  const body = piecesOf(pattern.replace(/^\//, ""));
  // A slash anywhere but at the end ties the pattern to the file's own folder.
  return { pieces: pattern.includes("/") ? body : [{ kind: "folders" }, ...body], negated, foldersOnly };
}

/** A space at the end counts only behind a backslash. */
function withoutSpaces(line: string): string {
  let { length } = line;
  while (line.charAt(length - 1) === " " && line.charAt(length - 2) !== "\\") length -= 1;
  return line.slice(0, length);
}

function piecesOf(pattern: string): Piece[] {
  const parts = pattern.match(/(?<=^|\/)\*\*(?:\/|$)|\*+|\\.|\[[!^]?\]?[^\]]*\]|[^]/g) ?? [];
  return parts.map((part, index): Piece => {
    if (part === "**/") return { kind: "folders" };
    const whole = index === parts.length - 1 && /(^|\/)$/.test(parts[index - 1] ?? "");
    if (part === "**" && whole) return { kind: "rest" };
    if (part.startsWith("*")) return { kind: "name" };
    if (part === "?") return { kind: "one", passes: (character) => character !== "/" };
    if (part.startsWith("[") && part.length > 1) return { kind: "one", passes: oneOf(part.slice(1, -1)) };
    return literal(part.startsWith("\\") && part.length > 1 ? part.slice(1) : part);
  });
}

/** What stands in brackets: characters and ranges, or with `!` in front all others. */
function oneOf(set: string): (character: string) => boolean {
  const negated = /^[!^]/.test(set);
  const members = [...(negated ? set.slice(1) : set).matchAll(/\\?([^])(?:-\\?([^]))?/g)];
  return (character) =>
    character !== "/" && members.some(([, from = "", to = from]) => character >= from && character <= to) !== negated;
}

/** Whether a path, relative to the rule's folder, is what the pieces say. Takes time in proportion to both their lengths. */
export function matches(pieces: readonly Piece[], path: string): boolean {
  let states = reachable(pieces, [0], "/");
  for (const character of path) {
    const next = [...states].flatMap((index) => after(pieces[index], index, character));
    states = reachable(pieces, next, character);
  }
  return states.has(pieces.length);
}

/** Where a piece leads that meets a character. */
function after(piece: Piece | undefined, index: number, character: string): readonly number[] {
  if (piece === undefined) return [];
  if (piece.kind === "one") return piece.passes(character) ? [index + 1] : [];
  return piece.kind === "name" && character === "/" ? [] : [index];
}

/** Adds the pieces behind those that may stand for nothing more. */
function reachable(pieces: readonly Piece[], from: readonly number[], last: string): Set<number> {
  const states = new Set(from);
  // A set that grows is walked to its end.
  for (const index of states) {
    const kind = pieces[index]?.kind;
    if (kind === "name" || kind === "rest" || (kind === "folders" && last === "/")) states.add(index + 1);
  }
  return states;
}
