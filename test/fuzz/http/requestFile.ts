import { type Random, randomFrom } from "./random.ts";
import {
  bodies,
  type Dialect,
  definitions,
  delimiters,
  headerLines,
  preambleLines,
  requestLines,
  urlLines,
} from "./grammar.ts";

/** A generated .http or Markdown file, and the lines of its cursors, each in a request. */
export interface RequestFile {
  readonly dialect: Dialect;
  readonly markdown: boolean;
  readonly text: string;
  readonly cursors: readonly number[];
}

interface Block {
  readonly text: string;
  readonly hasRequest: boolean;
}

/** The file of a seed: up to five blocks with requests, and cursors in up to three of them. */
export function requestFile(seed: number): RequestFile {
  const random = randomFrom(seed);
  const dialect = random.one<Dialect>(["httpYac", "REST Client"]);
  const markdown = random.chance(0.1);
  const blocks = [
    ...(random.chance(0.5) ? [openingBlock(random)] : []),
    ...Array.from({ length: 1 + random.below(5) }, (_, index) => requestBlock(random, dialect, index)),
  ].map(({ text, hasRequest }, index) => {
    const delimiter = random.one(delimiters[dialect]);
    return { text: opened(text, index, markdown, delimiter), hasRequest };
  });
  const cursors = Array.from({ length: random.chance(0.2) ? 3 : 1 }, () => lineInRequest(random, blocks));
  const text = `${blocks.map((block) => block.text).join("\n")}${markdown ? "\n```" : ""}${random.chance(0.7) ? "\n" : ""}`;
  const mark = random.chance(0.1) && !markdown ? "\uFEFF" : "";
  return { dialect, markdown, cursors, text: mark + (random.chance(0.4) ? text.replaceAll("\n", "\r\n") : text) };
}

/** A block without request, whose definitions are the file's. */
function openingBlock(random: Random): Block {
  return { text: ["@host = https://a.test", ...random.some(definitions, 2), ""].join("\n"), hasRequest: false };
}

function requestBlock(random: Random, dialect: Dialect, index: number): Block {
  const lines = [
    ...random.some(preambleLines[dialect], 3).map((line) => line.replace("№", String(index))),
    random.one(requestLines[dialect]),
    ...random.some(urlLines[dialect], 2),
    ...random.some(headerLines[dialect], 5),
    random.one(bodies[dialect]),
  ];
  return { text: lines.join("\n"), hasRequest: true };
}

/** A block behind what separates it from the one before: a delimiter, or the end of a fence and the start of the next. */
function opened(text: string, index: number, markdown: boolean, delimiter: string): string {
  if (markdown)
    return `${index === 0 ? "# API\n" : "```\n\nGET https://prose.test\nAuthorization: Bearer prose\n"}\n\`\`\`http\n${text}`;
  return index === 0 ? text : `${delimiter}\n${text}`;
}

function lineInRequest(random: Random, blocks: readonly Block[]): number {
  const requests = [...blocks.keys()].filter((index) => blocks[index]?.hasRequest === true);
  const chosen = requests[random.below(requests.length)] ?? 0;
  const height = ({ text }: Block) => text.split("\n").length;
  const first = blocks.slice(0, chosen).reduce((sum, block) => sum + height(block), 0);
  // From the bottom, since prose may stand above a fence's first line.
  const lines = (blocks[chosen]?.text ?? "").split("\n");
  const opening = lines.lastIndexOf("```http");
  return first + Math.max(opening, 0) + random.below(lines.length - Math.max(opening, 0));
}
