import { editsForToken } from "../../src/core/http/edit.ts";
import { requestText, rereadRequests } from "../../src/core/http/requestText.ts";
import { readTokens, tokensOf } from "../../src/core/http/tokens.ts";
import { findTokens } from "../../src/core/jwt/find.ts";
import { describeRuns } from "./figures.ts";

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const signature = Buffer.alloc(64, 1).toString("base64url");
const compact = [encode({ alg: "HS256", typ: "JWT" }), encode({ clientId: "c", exp: 1 }), signature].join(".");

/** 5,000 requests with a token each, 2 MB. */
const text = Array.from(
  { length: 5000 },
  (_, index) => `###\nPOST https://api.example.com/${index}\nAuthorization: Bearer ${compact}\n\n${"x".repeat(220)}\n`,
).join("\n");

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
  const insert = () => editsForToken(text, [middle], { compact, scheme: "Bearer" }, { as: "header" });
  const repeated = "eyJ".repeat(350_000);
  console.log(`\nA .http file of 5,000 requests, ${(text.length / 1e6).toFixed(1)} MB`);
  console.log(`  insertion (limit: 30 ms)           ${describeRuns(timed(20, insert))} ms`);
  console.log(`  its tokens, for lenses (limit: 50) ${describeRuns(timed(20, () => readTokens(text, "http")))} ms`);
  const read = requestText(text);
  const typed = () => tokensOf(rereadRequests(read, { first: middle.line, removed: 1, added: ["x"] }));
  const entered = () => tokensOf(rereadRequests(read, { first: middle.line, removed: 1, added: ["x", ""] }));
  console.log(`  after a keystroke (limit: 5)        ${describeRuns(timed(20, typed))} ms`);
  console.log(`  after a new line (limit: 5)         ${describeRuns(timed(20, entered))} ms`);
  console.log(`  tokens in 1 MB of "eyJ" (limit: 20) ${describeRuns(timed(20, () => findTokens(repeated)))} ms`);
}
