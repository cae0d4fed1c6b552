/** Replaces the characters from `start` to `end` of the original text, in UTF-16 units. */
export interface SpanEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
