/** Lines that others took the place of: `removed` of a text before, `added` of the text after. */
export interface Edited {
  readonly first: number;
  readonly removed: number;
  readonly added: number;
}

/** Two edits, one after the other, as one of the text before both. Lines between them count as edited. */
export function bothEdits(one: Edited, other: Edited): Edited {
  const first = Math.min(one.first, other.first);
  // Where both end in the text between the two.
  const end = Math.max(one.first + one.added, other.first + other.removed);
  return { first, removed: end - one.added + one.removed - first, added: end - other.removed + other.added - first };
}
