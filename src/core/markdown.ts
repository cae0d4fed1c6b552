import { visible } from "./visible.ts";

/**
 * A text as Markdown that shows it as it is. Every character but letters, digits and single spaces is written as an
 * entity, so that none of it is syntax, an address that becomes a link by itself, or HTML.
 */
export const plainText = (text: string): string =>
  visible(text.replaceAll(/[ \t\r\n]+/g, " ")).replaceAll(
    /[^\p{L}\p{N} ]/gu,
    (character) => `&#${character.codePointAt(0)};`,
  );

/** A code block around a text, whose fence is longer than any run of backticks in it. */
export function codeBlock(text: string, language: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/**
 * A text in which VS Code finds no links where it shows plain text, as in a notification or below an input box: there it
 * reads `[label](command:…)` in any text, and runs it.
 */
export const withoutLinks = (text: string): string => visible(text).replaceAll("](", "] (");

/** A text in which VS Code finds no icons where it reads them in plain text, as in a list or a lens: it shows `\\$(bug)` as `$(bug)`. */
export const withoutIcons = (text: string): string =>
  visible(text).replaceAll(/\$\((?=[A-Za-z0-9-]+(?:~[A-Za-z]+)?\))/g, String.raw`\$&`);
