import { randomBytes } from "node:crypto";
import { tokenAround } from "../../src/core/token/find/tokenAtPlace.ts";
import { hoverText } from "../../src/core/token/words/hoverText.ts";
import { exactParts } from "../../src/core/token/read/decode.ts";
import { inspectToken } from "../../src/core/token/inspect/inspect.ts";
import { runAround } from "../../src/core/token/find/candidate.ts";
import { storedVerificationKey } from "../../src/core/token/verify/verificationKey.ts";
import { generateKey } from "../../src/core/keys/generate.ts";
import { format } from "./figures.ts";
import { nobody } from "../unit/core/token/known.ts";
import { compactOf } from "../tokens.ts";

const TOKENS = 10_000;
const NOW = 1_700_000_000;

const rsaToken = (index: number) => {
  const claims = { iss: "https://idp.example.com/", sub: `user-${index}`, aud: "api", iat: NOW, exp: NOW + 3600 };
  return compactOf({ alg: "RS256", typ: "JWT" }, claims, randomBytes(256).toString("base64url"));
};

/** The lines of a log of about 10 MB, with a token in each. */
const logLines = () =>
  Array.from({ length: TOKENS }, (_, index) => {
    const request = `2026-11-21T14:03:12.${index % 1000}Z DEBUG [http-8080-exec-${index % 9}] com.example.gateway.Filter`;
    const rest = ` - GET /api/v1/orders/${index}?page=2 status=401 ${"agent=Mozilla/5.0 ".repeat(16)}`;
    return `${request} Authorization: Bearer ${rsaToken(index)}${rest}`;
  });

/** Prints what a hover over each token of a large log costs, its signature tried with a stored key included. */
export async function benchHover(): Promise<void> {
  const lines = logLines();
  const keys = [await storedVerificationKey("key", await generateKey("RS256"))];
  const runs: number[] = [];
  for (const line of lines) {
    const character = line.indexOf("Bearer ") + 100;
    const start = performance.now();
    const token = runAround(line, character) && tokenAround(line, character);
    if (token === undefined) throw new Error("No token is found");
    const inspection = await inspectToken({ compact: token.compact, keys, profiles: nobody, now: NOW });
    hoverText(inspection, exactParts(token.decoded), ["JSON Web Token"], NOW);
    runs.push(performance.now() - start);
  }
  const sorted = runs.toSorted((a, b) => a - b);
  const percentile = (share: number) => format(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  const size = lines.reduce((sum, line) => sum + line.length + 1, 0) / 1e6;
  const outside = performance.now();
  for (const line of lines) runAround(line, 5);
  const glance = ((performance.now() - outside) / TOKENS) * 1000;
  console.log(`\nHovers over the ${TOKENS} tokens of a log, ${size.toFixed(1)} MB, an RS256 signature tried each time`);
  console.log(`  p50 (limit: 1 ms) ${percentile(0.5)} ms`);
  console.log(`  p99 (limit: 5 ms) ${percentile(0.99)} ms, at most ${percentile(1)} ms`);
  console.log(`  where no token stands ${format(glance)} µs`);
}
