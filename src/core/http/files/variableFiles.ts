/** What a file of variables is: `NAME=value` lines, or JSON by environment, which is private to a person or shared. */
export type VariableFileKind = "env" | "private-json" | "shared-json";

// Visual Studio keeps what is private in a file that ends in .user.
const kinds: readonly (readonly [RegExp, VariableFileKind])[] = [
  [/^http-client\.env\.json$/i, "shared-json"],
  [/^http-client\.(?:private\.env\.json|env\.json\.user)$/i, "private-json"],
  [/^\.env(?:\..+)?$|.\.env$/i, "env"],
];

/** The kind of variable file that a path names, as REST Client, httpYac, JetBrains and Visual Studio name them. */
export function variableFileKind(path: string): VariableFileKind | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return kinds.find(([pattern]) => pattern.test(name))?.[1];
}
