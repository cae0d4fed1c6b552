import { randomBytes } from "node:crypto";
import { tokenAround } from "../../src/core/token/find/tokenAtPlace.ts";
import { decode } from "../../src/core/token/read/decode.ts";
import { findTokens } from "../../src/core/token/find/find.ts";
import { describeRuns } from "./figures.ts";
import { compactOf } from "../tokens.ts";

const rsaToken = (index: number) => {
  const claims = {
    iss: "https://idp.example.com/",
    sub: `user-${index}`,
    aud: "api",
    iat: 1_700_000_000,
    exp: 1_700_003_600,
  };
  return compactOf({ alg: "RS256", typ: "JWT" }, claims, randomBytes(256).toString("base64url"));
};

const logLine = (index: number) =>
  `2026-11-21T14:03:12.${index % 1000}Z INFO  [http-8080-exec-${index % 9}] com.example.gateway.Filter - GET /api/v1/orders/${index}?page=2 status=200 duration=${index % 300}.5ms client=10.0.${index % 255}.7 agent="Mozilla/5.0 (X11; Linux x86_64)"\n`;

/** 10 MB of log text; in every fourth or so line a token, or in none. */
function logText(tokens: number): string {
  const lines = Array.from({ length: tokens === 0 ? 52_000 : 32_000 }, (_, index) => logLine(index));
  const every = Math.floor(lines.length / Math.max(1, tokens));
  for (let index = 0; index < tokens; index += 1)
    lines[index * every] += `DEBUG Authorization: Bearer ${rsaToken(index)} accepted\n`;
  return lines.join("");
}

function timed(rounds: number, work: () => unknown): number[] {
  for (let round = 0; round < 3; round += 1) work();
  return Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

/** Prints what finding and decoding tokens costs. */
export function benchTokens(): void {
  const tokens = Array.from({ length: 1000 }, (_, index) => rsaToken(index));
  const decoding = timed(50, () => tokens.forEach((compact) => decode(compact)));
  console.log("\nTokens in any text");
  console.log(`  decode (limit: 3 µs)                        ${describeRuns(decoding)} µs`);
  for (const [name, text] of [
    ["a log without a token (limit: 100 MB/s)", logText(0)],
    ["a log with 10,000 tokens (limit: 100 MB/s)", logText(10_000)],
  ] as const) {
    const speeds = timed(20, () => findTokens(text)).map((ms) => text.length / 1000 / ms);
    console.log(`  ${name.padEnd(43)} ${describeRuns(speeds)} MB/s, ${(text.length / 1e6).toFixed(1)} MB`);
  }
  const repeated = "eyJ".repeat(350_000);
  console.log(
    `  1 MB of "eyJ" on one line (limit: 20 ms)    ${describeRuns(timed(20, () => findTokens(repeated)))} ms`,
  );
  console.log(
    `  one look into that line (limit: 5 ms)       ${describeRuns(timed(20, () => tokenAround(repeated, 500_000)))} ms`,
  );
}
