/** Acts for a subject unless all values are those of the last time. */
export type UnlessSame = (subject: object, values: readonly unknown[], act: () => void) => void;

/** VS Code takes a document's marks as a whole, so that setting them again costs as much as the document is long. */
export function createUnlessSame(): UnlessSame {
  const last = new WeakMap<object, readonly unknown[]>();
  return (subject, values, act) => {
    const before = last.get(subject);
    if (before?.length === values.length && before.every((value, index) => value === values[index])) return;
    last.set(subject, values);
    act();
  };
}
