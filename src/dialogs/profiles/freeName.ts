/** A name that is not taken: the base itself, else with a number, "Lirium sandbox 2". */
export function freeName(base: string, taken: ReadonlySet<string>, separator = " "): string {
  let name = base;
  for (let count = 2; taken.has(name); count += 1) name = `${base}${separator}${count}`;
  return name;
}

/** A key's name from what it is for, not taken yet: "lirium-sandbox", "lirium-sandbox-2". */
export function freeKeyName(purpose: string, taken: ReadonlySet<string>): string {
  const words = purpose.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ["key"];
  return freeName(words.join("-").slice(0, 90), taken, "-");
}
