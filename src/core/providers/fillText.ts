import { type ExactJson, exactText } from "../exactJson.ts";

/** The value of a placeholder, whose name and what stands behind it are the groups of its pattern. */
type Resolve = (name: string, rest: string | undefined) => ExactJson | undefined;

/**
 * Fills in the placeholders of a text that `pattern`, a global one, finds. One that is the whole text keeps its value's type.
 * A text with one that has no value is undefined.
 */
export function fillText(text: string, pattern: RegExp, resolve: Resolve): ExactJson | undefined {
  const [first, name = "", rest] = text.matchAll(pattern).next().value ?? [];
  if (first === text) return resolve(name, rest);
  let complete = true;
  const filled = text.replaceAll(pattern, (_match, each: string, behind?: string) => {
    const value = resolve(each, behind);
    complete &&= value !== undefined;
    return typeof value === "string" ? value : exactText(value ?? null);
  });
  return complete ? filled : undefined;
}
