/** A word of a shell command: offsets into its source. */
export interface Word {
  readonly start: number;
  readonly end: number;
}

/** Splits a command into words as a POSIX shell does, over lines ended by a backslash and through quotes. */
export function wordsIn(source: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < source.length) {
    if (isGap(source, at)) at++;
    else {
      const end = wordEnd(source, at);
      words.push({ start: at, end });
      at = end;
    }
  }
  return words;
}

/** Where the quote that opens at `open` closes; the source's end when it never does. */
export function quoteEnd(source: string, open: number): number {
  const quote = source.charAt(open);
  for (let at = open + 1; at < source.length; at++) {
    if (source.charAt(at) === quote) return at;
    if (quote === '"' && source.charAt(at) === "\\") at++;
  }
  return source.length;
}

function wordEnd(source: string, start: number): number {
  let at = start;
  while (at < source.length && !isGap(source, at)) {
    const character = source.charAt(at);
    if (character === '"' || character === "'") at = quoteEnd(source, at) + 1;
    else at += character === "\\" ? 2 : 1;
  }
  return Math.min(at, source.length);
}

function isGap(source: string, at: number): boolean {
  const character = source.charAt(at);
  return character.trim() === "" || (character === "\\" && source.charAt(at + 1) === "\n");
}
