/** What a file of variables is: `NAME=value` lines, or JSON by environment, which is private to a person or shared. */
export type VariableFileKind = "env" | "private-json" | "shared-json";

const envFile = /^\.env(?:\..+)?$|.\.env$/i;
// Visual Studio keeps what is private in a file that ends in .user.
const privateFile = /^http-client\.(?:private\.env\.json|env\.json\.user)$/i;

const kinds: readonly (readonly [RegExp, VariableFileKind])[] = [
  [/^http-client\.env\.json$/i, "shared-json"],
  [privateFile, "private-json"],
  [envFile, "env"],
];

/** The names of the files of variables that take tokens, which the shared one does not. */
export const tokenVariableFiles = new RegExp(`${envFile.source}|${privateFile.source}`, "i");

/** The kind of variable file that a path names, as REST Client, httpYac, JetBrains and Visual Studio name them. */
export function variableFileKind(path: string): VariableFileKind | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return kinds.find(([pattern]) => pattern.test(name))?.[1];
}
