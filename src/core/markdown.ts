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

/** A text in which VS Code's notifications find no links: they read `[label](command:…)` in any message, and run it. */
export const withoutLinks = (text: string): string => text.replaceAll("](", "] (");
