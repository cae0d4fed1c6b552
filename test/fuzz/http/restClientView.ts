import type { Header, SeenRequest } from "./seenRequest.ts";

/** The requests of a text by the rules of REST Client (A, B and C of what was tried with version 0.26.0). */
export function seenByRestClient(text: string, markdown: boolean): readonly SeenRequest[] {
  const lines = text.split(/\r?\n/);
  if (markdown) return seenInFences(lines);
  const delimiters = [-1, ...lines.flatMap((line, index) => (/^#{3,}/.test(line) ? [index] : [])), lines.length];
  return delimiters.slice(1).flatMap((end, index) => {
    const first = (delimiters[index] ?? -1) + 1;
    const seen = readBlock(lines.slice(first, end));
    return seen === undefined ? [] : [{ ...seen, first, last: end - 1 }];
  });
}

/** The headers with the file's variables put in: of a name's definitions the last one counts, wherever it stands. */
export function sentByRestClient(text: string, headers: readonly Header[]): readonly Header[] {
  const definitions = new Map(
    [...text.matchAll(/^\s*@([^\s=]+)[^\S\n]*=[^\S\n]*(.*?)\s*$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
  const names = new Set([...text.matchAll(/^\s*(?:#+|\/{2,})\s+@name\s+(\w+)\s*$/gm)].map(([, name]) => name));
  return headers.map(([name, value]) => [
    name,
    value.replaceAll(/\{\{\s*([\w-]+)\s*\}\}/g, (reference, variable: string) =>
      names.has(variable) ? "response" : (definitions.get(variable) ?? reference),
    ),
  ]);
}

/** One request for each fence: delimiters are none inside. */
function seenInFences(lines: readonly string[]): readonly SeenRequest[] {
  return lines.flatMap((line, first) => {
    if (!/^```(?:http|rest)$/.test(line)) return [];
    const end = lines.indexOf("```", first);
    const seen = readBlock(lines.slice(first + 1, end));
    return seen === undefined ? [] : [{ ...seen, first, last: end - 1 }];
  });
}

function readBlock(block: readonly string[]): Pick<SeenRequest, "headers" | "rest"> | undefined {
  // Comments are taken out before anything is read, those in bodies too.
  const lines = block.filter((line) => !/^\s*(?:#|\/\/)/.test(line));
  const start = lines.findIndex((line) => line.trim() !== "" && !/^\s*@[^\s=]+\s*=/.test(line));
  if (start === -1) return undefined;
  let at = start + 1;
  while (/^\s*[?&]/.test(lines[at] ?? "")) at++;
  const url = lines
    .slice(start, at)
    .map((line) => line.trim())
    .join("");
  const headers: Header[] = [];
  for (; at < lines.length && lines[at]?.trim() !== ""; at++) {
    const [name = "", ...value] = (lines[at] ?? "").split(":");
    headers.push([name.trim(), value.join(":").trim()]);
  }
  return {
    headers,
    rest: JSON.stringify({
      url,
      body: lines
        .slice(at + 1)
        .join("\n")
        .trimEnd(),
    }),
  };
}
