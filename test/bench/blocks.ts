import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { editsForEnvFile, namesInEnvFile } from "../../src/core/http/files/envFile.ts";
import { editForEnvironmentFile } from "../../src/core/http/files/environmentFile.ts";
import { editsForToken } from "../../src/core/http/insert/edit.ts";
import { readTokens } from "../../src/core/http/read/tokens.ts";
import type { Steps } from "../../src/core/steps.ts";
import { knownProfiles } from "../../src/core/token/origin/knownProfiles.ts";
import { inSlices } from "../../src/services/slices.ts";
import { linesOf } from "../unit/core/http/atOnce.ts";
import { format } from "./figures.ts";
import { chain, expiredToken, fences, many, requests } from "../hugeTexts.ts";

/** How often each row is measured; the least counts, for other work on the machine makes a block longer, and never shorter. */
const ROUNDS = 3;

const http = (text: string) => {
  const { texts } = linesOf(text);
  return () => readTokens(texts, "http");
};

const insertion = (text: string) => {
  const lines = linesOf(text);
  const delivery = { compact: expiredToken(), scheme: "Bearer" };
  return () => editsForToken(lines, [{ line: 0, character: 0 }], delivery, { as: "variable" });
};

const profiles = Array.from({ length: 50_000 }, (_, index) => ({
  name: `P${index}`,
  provider: "custom",
  key: "k",
  values: { claims: `{"sub":"user-${index}"}` },
}));

const environmentFile = (text: string) => () => editForEnvironmentFile(text, "dev", "token", "T");

function markdown(count: number) {
  const { texts } = linesOf(fences(count));
  return () => readTokens(texts, "markdown");
}

/** What is read, made when its row comes, and the reading of it. */
const rows: readonly (readonly [file: string, make: () => () => Steps<unknown>])[] = [
  [".env, 80,000 blanks in a value", () => () => namesInEnvFile(`A=x${" ".repeat(80_000)}y`)],
  [".env, a quoted value of 10 MB", () => () => editsForEnvFile(`A="${"v".repeat(1e7)}"`, "A", "T")],
  [".env, 2,500,000 lines, 10 MB", () => () => namesInEnvFile("A=b\n".repeat(2_500_000))],
  [
    "environment file, 0.5 MB, the longest that is read",
    () => environmentFile(`{"dev":{${many(25_000, (at) => `"name${at}":"value"`, ",")}}}`),
  ],
  [".http, 5,000 variables in a chain × 5,000 requests", () => http(chain(5000))],
  [".http, 40,000 tokens on a line", () => http(many(40_000, expiredToken, " "))],
  [".http, 150,000 tokens on a line", () => http(many(150_000, expiredToken, " "))],
  [".http, 100,000 requests", () => http(requests(100_000))],
  [".http, the same, insertion of a variable", () => insertion(requests(100_000))],
  [".http, a body of 49 MB", () => http(`POST https://a.test\n\n${`${"x".repeat(80)}\n`.repeat(600_000)}`)],
  [".http, a line of 20 MB without a token", () => http("x".repeat(2e7))],
  [".md, 10,000 fences", () => markdown(10_000)],
  ["50,000 profiles, indexed", () => () => knownProfiles(profiles)],
];

/** Collects what was made before, which would count as a block of the reading. */
const collect = () => {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
};

/** The longest time that nothing else had its turn, and how long all of it took, in milliseconds. */
async function blockOf(work: () => Steps<unknown>): Promise<{ readonly longest: number; readonly whole: number }> {
  collect();
  let longest = 0;
  let last = performance.now();
  const start = last;
  const look = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  };
  const beat = setInterval(look, 1);
  await inSlices(work());
  look();
  clearInterval(beat);
  return { longest, whole: performance.now() - start };
}

/** Prints how long reading hostile and huge files keeps everything else waiting, outside of VS Code. */
export async function benchBlocks(): Promise<void> {
  console.log(`\nThe longest block while a text is read in slices, least of ${ROUNDS} (limit: 100 ms)`);
  for (const [file, make] of rows) {
    const work = make();
    let [longest, whole] = [Infinity, Infinity];
    for (let round = 0; round < ROUNDS; round += 1) {
      const measured = await blockOf(work);
      [longest, whole] = [Math.min(longest, measured.longest), Math.min(whole, measured.whole)];
    }
    console.log(`  ${file.padEnd(52)} ${format(longest).padStart(8)} ms, ${format(whole)} ms in all`);
  }
}
