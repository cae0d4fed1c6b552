/** Does some work at the first call and shares its outcome with later ones. Work that failed is done again at the next call. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let outcome: Promise<T> | undefined;
  return async () => {
    if (outcome !== undefined) return outcome;
    const begun = work();
    outcome = begun;
    begun.catch(() => (outcome = undefined));
    return begun;
  };
}
