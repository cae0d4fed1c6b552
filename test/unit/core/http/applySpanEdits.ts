import type { SpanEdit } from "../../../../src/core/http/lines.ts";

/** The text with edits applied, which stand in its order. */
export const applySpanEdits = (text: string, edits: readonly SpanEdit[]): string =>
  edits.reduceRight((changed, { start, end, text: by }) => changed.slice(0, start) + by + changed.slice(end), text);
