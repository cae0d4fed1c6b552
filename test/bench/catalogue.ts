import { randomBytes } from "node:crypto";
import { CompactEncrypt } from "jose";
import { decryptToken } from "../../src/core/token/decrypt/decryptToken.ts";
import { findTokens } from "../../src/core/token/find/find.ts";
import { tokenAround } from "../../src/core/token/find/tokenAtPlace.ts";
import { exactParts } from "../../src/core/token/read/decode.ts";
import { inspectToken } from "../../src/core/token/inspect/inspect.ts";
import { hoverText } from "../../src/core/token/words/hoverText.ts";
import { deep, empty, longToken, manyTokens, wide } from "../unit/core/token/longTokens.ts";
import { describeRuns } from "./figures.ts";
import { nobody } from "../unit/core/token/known.ts";

const NOW = 1_760_000_000;
const ROUNDS = 7;

const inspect = async (compact: string) => inspectToken({ compact, keys: [], profiles: nobody, now: NOW });

/** What a hover in the middle of a line does. */
async function hover(line: string): Promise<void> {
  const found = tokenAround(line, line.length >> 1);
  if (found === undefined) return;
  hoverText(await inspect(found.compact), exactParts(found.decoded), ["JSON Web Token"], NOW);
}

/** A token whose content inflates to so many bytes, and what opens it. */
async function bomb(bytes: number) {
  const secret = randomBytes(16);
  const header = { alg: "dir", enc: "A128GCM", zip: "DEF" };
  const token = await new CompactEncrypt(new Uint8Array(bytes)).setProtectedHeader(header).encrypt(secret);
  return { token, secret: secret.toString("base64url") };
}

/** What is measured, and its limit in milliseconds. */
const row = <T>(name: string, limit: number, made: T, work: (made: T) => unknown) => ({
  name: `${name} (limit: ${limit} ms)`,
  work: () => work(made),
});

/** Prints what the catalogue's documents and tokens cost that it sets a limit to. */
export async function benchCatalogue(): Promise<void> {
  const { token, secret } = await bomb(50_000_000);
  const rows = [
    row('DOC-001, hover in 10 MB of "eyJ"', 50, empty["DOC-001"](10_200_000), hover),
    row('DOC-003, hover in 1 MB of "eyJ-"', 20, empty["DOC-003"](1_000_000), hover),
    row("DOC-004, hover in 20 MB of minified code", 50, empty["DOC-004"](20_000_000), hover),
    row("DOC-006, hover in a line of 5,000 tokens", 50, manyTokens(5000), hover),
    row("DOC-006, all tokens of that line", 50, manyTokens(5000), findTokens),
    row("DOC-008, hover over a token of 64 KB", 50, longToken(80_000), hover),
    row("JWT-032, claims 10,000 deep", 50, deep(1e4), inspect),
    row("JWT-033, claims 1,000,000 deep", 50, deep(1e6), inspect),
    row("JWT-035, 100,000 claims", 300, wide(1e5), inspect),
    row("JWT-112, content that inflates to 50 MB", 200, token, async (compact) =>
      decryptToken(compact, secret).catch(() => undefined),
    ),
  ];
  console.log("\nThe catalogue of bad documents and tokens");
  for (const { name, work } of rows) {
    const runs: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now();
      await work();
      runs.push(performance.now() - start);
    }
    console.log(`  ${name.padEnd(58)} ${describeRuns(runs)} ms`);
  }
}
