import { exactOf } from "../../exactJson.ts";
import { isJsonObject, type Json } from "../../json.ts";
import type { Provider, Template } from "../../providers/provider.ts";
import { labelOf, namesIn } from "./inputs.ts";
import { shownValue } from "./shownValue.ts";

/** How a member's value differs from what a provider wants of it. */
export interface MemberFault {
  /** FORM: the right value, alone where an array belongs or the other way round. */
  readonly code: "PROVIDER_MEMBER_WRONG" | "PROVIDER_MEMBER_FORM";
  /** What the provider wants instead, as a clause. */
  readonly wish: string;
}

/** `wanted` is a member's template with its condition resolved. */
export function memberFault(wanted: Template, value: Json, provider: Provider): MemberFault | undefined {
  if (typeof wanted === "string" && namesIn(wanted).length > 0) {
    return madeFault(wanted, value, provider) ?? textFault(wanted, value, provider);
  }
  if (same(wanted, value)) return undefined;
  if (namesIn(wanted).length > 0) return nestedFault(wanted, value, provider);
  // One audience may stand alone or in an array (RFC 7519 §4.1.3), but not every service reads both.
  const [items, given] = [[wanted].flat(), [value].flat()];
  const wants = Array.isArray(wanted)
    ? `[${items.map((item) => shownValue(exactOf(item))).join(", ")}]`
    : shownValue(exactOf(wanted));
  const wish = `${provider.name} expects ${wants}`;
  if (!items.every((item) => given.some((each) => same(item, each)))) return { code: "PROVIDER_MEMBER_WRONG", wish };
  return {
    code: "PROVIDER_MEMBER_FORM",
    wish: `${wish}, ${Array.isArray(wanted) ? "an array" : "a text and no array"}`,
  };
}

/** The first fault of what stands inside an array or object with placeholders. What may be left out is not missed. */
function nestedFault(wanted: Template, value: Json, provider: Provider): MemberFault | undefined {
  if (Array.isArray(wanted)) {
    const [item, another] = wanted;
    if (!Array.isArray(value))
      return { code: "PROVIDER_MEMBER_FORM", wish: `${provider.name} expects an array in its place` };
    if (item === undefined || another !== undefined) return undefined;
    return value.map((each) => memberFault(item, each, provider)).find((fault) => fault !== undefined);
  }
  if (!isJsonObject(wanted)) return undefined;
  if (!isJsonObject(value)) return { code: "PROVIDER_MEMBER_WRONG", wish: `${provider.name} expects an object` };
  return Object.entries(wanted)
    .flatMap(([member, part]) =>
      Object.hasOwn(value, member) ? [memberFault(part, value[member] ?? null, provider)] : [],
    )
    .find((fault) => fault !== undefined);
}

const same = (a: Json, b: Json) => JSON.stringify(a) === JSON.stringify(b);

/** What is made for each token, and lists: their form alone can be told. */
const forms: readonly (readonly [template: RegExp, fits: (value: Json) => boolean, wish: string])[] = [
  [
    /^\{\w+:lines\}$/,
    (value) => Array.isArray(value) && value.every((item) => typeof item === "string"),
    "an array of texts",
  ],
  [
    /^\{nanoseconds\}$/,
    (value) => typeof value === "string" && /^\d{19}$/.test(value),
    "the time in nanoseconds since 1970, as a text",
  ],
  [/^\{uuid\}$/, (value) => typeof value === "string", "a text"],
];

function madeFault(wanted: string, value: Json, { name }: Provider): MemberFault | undefined {
  const form = forms.find(([template]) => template.test(wanted));
  if (form === undefined || form[1](value)) return undefined;
  return { code: "PROVIDER_MEMBER_WRONG", wish: `${name} expects ${form[2]}` };
}

/** A text with placeholders: what its inputs' patterns and the text around them ask for. Times are judged elsewhere. */
function textFault(wanted: string, value: Json, provider: Provider): MemberFault | undefined {
  const inputs = provider.inputs.filter(({ id }) => namesIn(wanted).includes(id));
  if (inputs.length === 0 || /:(?:lines|words|json|time|random)\}/.test(wanted)) return undefined;
  if (typeof value !== "string") return { code: "PROVIDER_MEMBER_WRONG", wish: `${provider.name} expects a text` };
  if (patternOf(wanted, provider).test(value)) return undefined;
  const hints = inputs.flatMap(({ pattern }) => (pattern === undefined ? [] : [pattern.hint]));
  const shape = wanted.replaceAll(placeholder, (_all, name: string) => labelOf(provider, name));
  const isShape = !/^\{[^{}]*\}$/.test(wanted) || hints.length === 0;
  const wish = isShape
    ? [`${provider.name} expects "${shape}"`, ...hints].join(", where ")
    : `for ${provider.name} ${hints.join(", where ")}`;
  return { code: "PROVIDER_MEMBER_WRONG", wish };
}

const placeholder = /\{([A-Za-z]\w*)(?::[a-z]+)?\}/g;

function patternOf(wanted: string, { inputs }: Provider): RegExp {
  const names = namesIn(wanted);
  const literals = wanted.split(/\{[^{}]*\}/).map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
  const sources = names.map((name) => inputs.find(({ id }) => id === name)?.pattern?.source ?? "[^]+");
  const source = literals.map((literal, index) => (index === 0 ? literal : `(?:${sources[index - 1]})${literal}`));
  return new RegExp(`^${source.join("")}$`);
}
