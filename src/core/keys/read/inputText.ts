import type { Bytes } from "../../bytes.ts";

/** Decodes a file that may be text. Never throws: what is no text shows later as no key. */
export function textOf(input: string | Bytes): string {
  const text = typeof input === "string" ? input : new TextDecoder(charsetOf(input)).decode(input);
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

// PowerShell 5 writes UTF-16 by default. Without a byte order mark, the zero bytes of ASCII letters tell.
function charsetOf([first, second]: Bytes): string {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== undefined && second !== 0)) return "utf-16be";
  return "utf-8";
}

/** Undoes what copying does to PEM: escaped, continued or foreign line ends, escaped slashes, exotic and invisible spaces. */
export const mendPem = (text: string): string =>
  text
    .replaceAll(/\\{1,4}(?:r\\{1,4}n|[rn])/g, "\n")
    .replaceAll(/\\{1,4}\//g, "/")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/\\+$/gm, "")
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\u3000]/g, " ")
    .replaceAll(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "");

/** Line and column of an offset into `text`, both counted from 1. */
export function positionOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
