/**
 * Characters that are not seen or turn the text around them: controls, bidi marks, zero-width and other ignorable ones,
 * and the line ends that only JavaScript knows.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

const picture = String.raw`\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?`;

/** The same, and emoji first, which are seen with all that joins them. */
const emojiOrUnseen = new RegExp(
  String.raw`([0-9#*]\ufe0f\u20e3|${picture}(?:\u200d${picture})*)|${unseen.source}`,
  "gu",
);

/** Blanks that are not seen at an end or beside another one, and those that look like the common one. */
const blanks = /^ +|(?<= ) +| +$|(?! )[\p{Zs}\u2800]/gu;

/** What would read as one of the escapes here. */
const slash = /\\(?=u[0-9a-f]{4})/g;

/** A text with what cannot be seen in it written out, as JSON escapes it: `\u202e`. */
export const visible = (text: string): string =>
  text.replaceAll(emojiOrUnseen, (match, emoji: string | undefined) => emoji ?? escaped(match));

/** Whether a text holds anything that cannot be seen. */
export const hidesText = (text: string): boolean => visible(text) !== text;

/**
 * A name, or another text from outside, as it is shown: on one line, at most so many characters of it, and none that looks
 * like another or like nothing. What it names is found by the text itself.
 */
export function shown(text: string, longest = 100): string {
  // The next character shows whether the last one is half of a pair.
  const head = visible(text.slice(0, longest + 1).replaceAll(slash, escaped)).replaceAll(blanks, escaped);
  if (text.length <= longest && head.length <= longest) return head;
  // Neither an escape nor a pair of surrogates is cut in two.
  return `${head.slice(0, longest).replace(/\\(u[0-9a-f]{0,3})?$|[\uD800-\uDBFF]$/, "")}…`;
}

/** The same between quotation marks, as a sentence holds it. */
export const quoted = (text: string, longest?: number): string => `"${shown(text, longest).replaceAll('"', escaped)}"`;

function escaped(text: string): string {
  let written = "";
  for (let at = 0; at < text.length; at++) written += `\\u${text.charCodeAt(at).toString(16).padStart(4, "0")}`;
  return written;
}
