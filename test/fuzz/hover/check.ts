import assert from "node:assert/strict";
import { brokenAround, tokenAround } from "../../../src/core/token/find/tokenAtPlace.ts";
import { exactParts } from "../../../src/core/token/read/decode.ts";
import { decodedText } from "../../../src/core/token/read/decodedText.ts";
import { hoverText } from "../../../src/core/token/words/hoverText.ts";
import { inspectToken } from "../../../src/core/token/inspect/inspect.ts";
import { runAround } from "../../../src/core/token/find/candidate.ts";
import { plainText } from "../../../src/core/markdown.ts";
import { type Random, randomFrom } from "../http/random.ts";
import { documentOf } from "./documents.ts";
import { nobody } from "../../unit/core/token/known.ts";

const NOW = 1_700_000_100;

/** What of a summary is not an entity is our own: words, emphasis, icons and line ends. */
const ownMarkdown = /^[\p{L}\p{N}\p{M} *·\n().]*$/u;

interface Seen {
  tokens: number;
  broken: number;
  /** What each hover took, in milliseconds. */
  readonly times: number[];
}

/** Hovers at places of generated documents, and fails when one throws or lets content of a token be Markdown. */
export async function checkHovers(seed: number, count: number): Promise<Readonly<Seen>> {
  const seen: Seen = { tokens: 0, broken: 0, times: [] };
  for (let made = seed; made < seed + count; made += 1) {
    const random = randomFrom(made);
    try {
      const lines = documentOf(random).split(/\r\n|\r|\n/);
      for (const [index, line] of lines.entries()) await checkLine(line, lines[index + 1] ?? "", random, seen);
    } catch (error) {
      throw new Error(`In the document of seed ${made}`, { cause: error });
    }
  }
  return seen;
}

async function checkLine(line: string, next: string, random: Random, seen: Seen): Promise<void> {
  for (let look = 0; look < 3; look += 1) {
    const character = random.below(line.length + 1);
    const start = performance.now();
    const token = tokenAround(line, character, next);
    const broken = token === undefined ? brokenAround(line, character, next) : undefined;
    // The glance that decides whether anything is loaded must not miss one.
    if (token !== undefined || broken !== undefined) assert.ok(runAround(line, character));
    if (broken !== undefined) {
      seen.broken += 1;
      assert.match(withoutEntities(plainText(broken.fault.message)), ownMarkdown);
    }
    if (token === undefined) continue;
    seen.tokens += 1;
    const inspection = await inspectToken({ compact: token.compact, keys: [], profiles: nobody, now: NOW });
    const text = hoverText(inspection, exactParts(token.decoded), [token.compact], NOW);
    seen.times.push(performance.now() - start);
    checkText(text);
    JSON.parse(decodedText(token.compact));
  }
}

function checkText({ summary, content }: ReturnType<typeof hoverText>): void {
  const words = withoutEntities(summary).replace(/and \d+ more: Inspect shows them$/, "");
  assert.match(words.replaceAll(/\$\([a-z]+\)/g, ""), ownMarkdown);
  const [open = "", ...lines] = content.split("\n");
  const fence = /^(`{3,})jsonc$/.exec(open)?.[1] ?? assert.fail("no code block");
  assert.equal(lines.pop(), fence);
  assert.ok(lines.every((line) => !line.includes(fence)));
  assert.doesNotMatch(lines.join(""), /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202A-\u202E\u2066-\u2069\u200B]/u);
}

const withoutEntities = (markdown: string) => markdown.replaceAll(/&#\d+;/g, "");
