import { showInformation } from "./notify.ts";

const said = new WeakMap<object, Set<string>>();

/** Tells a person once of a thing, such as a document, what is not done for it. */
export function sayOnce(about: object, message: string): void {
  const before = said.get(about) ?? new Set();
  said.set(about, before);
  if (before.has(message)) return;
  before.add(message);
  void showInformation(message);
}
