/**
 * Characters that are not seen or turn the text around them: controls, bidi marks, zero-width and other ignorable ones,
 * and the line ends that only JavaScript knows.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** A text with what cannot be seen in it written out, as JSON escapes it: `\u202e`. */
export const visible = (text: string): string => text.replaceAll(unseen, escaped);

const escaped = (character: string) =>
  Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }).join("");

/** Whether a text holds any of them but what makes up an emoji. */
export const hidesText = (text: string): boolean =>
  text.replaceAll(/\p{Extended_Pictographic}[\uFE0F\u200D]*/gu, "").search(unseen) >= 0;
