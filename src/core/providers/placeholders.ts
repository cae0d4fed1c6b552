import { type ExactJson, type ExactObject, isExactList, isExactObject } from "../exactJson.ts";
import { inputInvalid } from "./errors.ts";
import { fillText } from "./fillText.ts";
import { parseTime } from "./time.ts";

/** What placeholders in typed JSON may stand for. */
const names = ["now", "issued", "expiry", "uuid", "random", "nanoseconds", "kid", "thumbprint", "alg"] as const;
type Name = (typeof names)[number];

/** Those that a time may be added to or taken from, as in `{now+15m}`. */
const moments: ReadonlySet<string> = new Set<Name>(["now", "issued", "expiry"]);

/** A name in braces, and how far away the moment is; other braces, such as those of JSON in a text, are no placeholder. */
const placeholder = /\{([A-Za-z]\w*)(?: *([+-] *\d[^{}]*))?\}/g;

const isName = (name: string): name is Name => names.some((each) => each === name);

/** Throws INPUT_INVALID for JSON that was typed with a placeholder that there is not. `label` names it. */
export function checkPlaceholders(label: string, value: ExactJson): void {
  if (isExactList(value)) for (const item of value) checkPlaceholders(label, item);
  else if (isExactObject(value)) for (const [, item] of value.members) checkPlaceholders(label, item);
  else if (typeof value === "string") {
    for (const [whole, name = "", away] of value.matchAll(placeholder)) {
      if (!isName(name)) throw unknown(label, whole);
      if (away === undefined) continue;
      if (!moments.has(name)) throw inputInvalid(label, `${whole} is no moment, so no time can be added to it`);
      parseTime(`now${away}`, 0, label);
    }
  }
}

const unknown = (label: string, whole: string) =>
  inputInvalid(
    label,
    `there is no placeholder ${whole.length > 40 ? "of that name" : whole}; there are ${names.map((name) => `{${name}}`).join(", ")}, and {now+15m} and the like`,
  );

/** What a placeholder stands for; undefined: nothing, and its member is left out. */
export type ValueOf = (name: string) => ExactJson | undefined;

/** Typed JSON with its placeholders filled in, as templates are. Throws INPUT_INVALID as `checkPlaceholders` does. */
export function fillPlaceholders(label: string, object: ExactObject, valueOf: ValueOf): ExactObject {
  checkPlaceholders(label, object);
  return filledObject(object, (name, away) => {
    const value = valueOf(name);
    if (away === undefined || typeof value !== "object" || value === null || !("digits" in value)) return value;
    return { digits: String(parseTime(`now${away}`, Number(value.digits), label)) };
  });
}

type Resolve = (name: string, away: string | undefined) => ExactJson | undefined;

function filledObject({ members }: ExactObject, resolve: Resolve): ExactObject {
  return {
    members: members.flatMap(([name, item]) => {
      const value = filled(item, resolve);
      return value === undefined ? [] : [[name, value] as const];
    }),
  };
}

function filled(value: ExactJson, resolve: Resolve): ExactJson | undefined {
  if (isExactList(value)) return value.map((item) => filled(item, resolve)).filter((item) => item !== undefined);
  if (isExactObject(value)) return filledObject(value, resolve);
  return typeof value === "string" ? fillText(value, placeholder, resolve) : value;
}
