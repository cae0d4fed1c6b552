import { findTokens } from "../../src/core/token/find/find.ts";
import { describeRuns } from "./figures.ts";
import { expiredToken, largeHttpFile } from "../hugeTexts.ts";
import {
  editsForToken,
  readTokens,
  linesOf,
  readRequests,
  rereadRequests,
  tokensOf,
} from "../unit/core/http/atOnce.ts";

const text = largeHttpFile();
const compact = expiredToken();

function timed(rounds: number, work: () => unknown): number[] {
  return Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

/** Prints what a large .http file costs. */
export function benchHttp(): void {
  const middle = { line: Math.floor(text.split("\n").length / 2), character: 0 };
  const insert = (as: "header" | "variable") => () =>
    editsForToken(text, [middle], { compact, scheme: "Bearer" }, { as });
  const repeated = "eyJ".repeat(350_000);
  console.log(`\nA .http file of 5,000 requests, ${(text.length / 1e6).toFixed(1)} MB`);
  console.log(`  insertion (limit: 30 ms)            ${describeRuns(timed(20, insert("header")))} ms`);
  console.log(`  insertion of a variable (limit: 30) ${describeRuns(timed(20, insert("variable")))} ms`);
  console.log(`  its tokens, for lenses (limit: 50)  ${describeRuns(timed(20, () => readTokens(text, "http")))} ms`);
  const read = readRequests(linesOf(text).texts);
  const typed = () => tokensOf(rereadRequests(read, { first: middle.line, removed: 1, added: ["x"] }));
  const entered = () => tokensOf(rereadRequests(read, { first: middle.line, removed: 1, added: ["x", ""] }));
  console.log(`  after a keystroke (limit: 5)        ${describeRuns(timed(20, typed))} ms`);
  console.log(`  after a new line (limit: 5)         ${describeRuns(timed(20, entered))} ms`);
  console.log(`  tokens in 1 MB of "eyJ" (limit: 20)  ${describeRuns(timed(20, () => findTokens(repeated)))} ms`);
}
