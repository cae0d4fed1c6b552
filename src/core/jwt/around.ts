import { findTokens, type FoundToken } from "./find.ts";
import { runAround } from "./run.ts";

/** The token that stands at a place of a line, or undefined. Looks at no more than the run of characters around the place. */
export function tokenAround(line: string, character: number): FoundToken | undefined {
  const run = runAround(line, character);
  if (run === undefined) return undefined;
  const [found] = findTokens(line.slice(run.start, run.end));
  if (found === undefined) return undefined;
  const start = run.start + found.start;
  const end = run.start + found.end;
  // A sentence may go on behind the token without a space.
  return character <= end ? { ...found, start, end } : undefined;
}
