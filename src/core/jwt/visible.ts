/**
 * Characters that cannot be seen or that turn the text around them: controls, bidirectional marks (Unicode TR 9), zero-width
 * and other format characters, fillers and lone surrogates. A joiner inside an emoji is seen as part of it.
 */
const invisible =
  /(?!(?<=\p{Extended_Pictographic}\uFE0F?)\u200D)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u3164\uFFA0]/gu;

export const hasInvisible = (text: string): boolean => text.search(invisible) >= 0;

/** A text with such characters as the escapes of a JSON string, "\u202e". */
export const visible = (text: string): string =>
  text.replaceAll(invisible, (char) =>
    Array.from({ length: char.length }, (_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, "0")}`).join(""),
  );
