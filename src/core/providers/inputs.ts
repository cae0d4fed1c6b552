import { type Alg, isAlg } from "../algorithms.ts";
import { refusalOf, type UserError } from "../errors.ts";
import { fits } from "../keys/check/fit.ts";
import type { KeySummary } from "../keys/key.ts";
import { quoted } from "../visible.ts";
import { inputInvalid, inputMissing } from "./errors.ts";
import { checkPlaceholders } from "./placeholders.ts";
import type { Input, InputValues, Provider } from "./provider.ts";
import { hasValue, inputText, parseJsonObject } from "./template.ts";
import { parseTime } from "./time.ts";

/** The longest value an input takes, in characters; the services' own limits on tokens are far below. */
const MAX_LENGTH = 100_000;

/**
 * What is wrong with one value, or undefined. The same check serves the palette's inputs, the form and minting. `fillsJson`:
 * placeholders in JSON are filled in.
 */
export function checkInput(input: Input, text: string, fillsJson = false): UserError | undefined {
  const value = text.trim();
  if (value === "") {
    return input.required === true && input.default === undefined ? inputMissing(input.label, input.where) : undefined;
  }
  if (value.length > MAX_LENGTH) return inputInvalid(input.label, "it is longer than 100,000 characters");
  if (input.kind === undefined && /[\u0000-\u001f\u007f]/.test(value)) {
    return inputInvalid(input.label, "it holds a line break or another control character");
  }
  if (input.kind === "alg" && !isAlg(value) && value !== "none")
    return inputInvalid(input.label, "it is not an algorithm");
  if (input.kind === "json") return refusalOf(() => checkJson(input, value, fillsJson));
  if (input.kind === "time") return refusalOf(() => parseTime(value, 0, input.label));
  const { pattern } = input;
  if (pattern === undefined || new RegExp(`^(?:${pattern.source})$`).test(value)) return undefined;
  return inputInvalid(input.label, pattern.hint);
}

/**
 * Whether a value is a number that may have been another one before it was read, as settings and arguments are: JavaScript
 * keeps whole numbers up to 2^53, and 15 digits of others.
 */
export const isRounded = (value: InputValues[string] | undefined): boolean =>
  typeof value === "number" &&
  !Number.isSafeInteger(value) &&
  !/^\d{1,15}$/.test(String(value).replaceAll(/^-?0\.0*|[-.]/g, ""));

const rounded = ({ label }: Input) =>
  inputInvalid(label, "a number this long is rounded when it is read, so it must stand in quotes");

/** What an empty field of an input shows. */
export const exampleOf = ({ example }: Input): string | undefined =>
  example === undefined ? undefined : `For example ${example}`;

/** Whether a flag that fills placeholders into typed JSON is on. */
export const fillsJson = ({ inputs }: Pick<Provider, "inputs">, values: InputValues): boolean =>
  inputs.some((input) => input.fillsJson === true && hasValue(values, input.id));

function checkJson(input: Input, text: string, fills: boolean): void {
  const object = parseJsonObject(input.label, text);
  if (fills) checkPlaceholders(input.label, object);
  const names = object.members.map(([name]) => name);
  const reserved = names.find((name) => input.reserved?.includes(name));
  if (reserved !== undefined) throw inputInvalid(input.label, `${quoted(reserved)} cannot be set here`);
}

/** The values with the defaults filled in. Throws INPUT_MISSING or INPUT_INVALID for the first that is wrong. */
export function completeValues(provider: Provider, values: InputValues): InputValues {
  const complete: Record<string, string> = {};
  for (const input of provider.inputs) {
    if (Object.hasOwn(values, input.id) && isRounded(values[input.id])) throw rounded(input);
    const error = checkInput(input, inputText(values, input.id) ?? "", fillsJson(provider, values));
    if (error !== undefined) throw error;
    const text = hasValue(values, input.id) ? inputText(values, input.id) : input.default;
    // "0" is a value (no jti), an empty text is none.
    if (text !== undefined) complete[input.id] = text;
  }
  return complete;
}

/** The values with those that the key itself answers: its `kid`, and an algorithm of the provider's that it can do. */
export function withKeyDefaults(
  { inputs, algs }: Provider,
  values: InputValues,
  key: Pick<KeySummary, "kty" | "crv" | "alg" | "algs" | "kid">,
): InputValues {
  const defaults = inputs.flatMap(({ id, kind, fromKid }): [string, string][] => {
    if (hasValue(values, id)) return [];
    if (kind === "alg") return [[id, fittingAlg(algs, key)]];
    return fromKid === true && key.kid !== undefined ? [[id, key.kid]] : [];
  });
  return { ...values, ...Object.fromEntries(defaults) };
}

/** The key's own algorithm where the provider allows it, else the first that it can sign with. */
function fittingAlg(allowed: Provider["algs"], key: Pick<KeySummary, "kty" | "crv" | "alg" | "algs">): Alg {
  const algs = allowed.filter((alg) => alg !== "none");
  return algs.includes(key.alg) ? key.alg : (algs.find((alg) => fits(key, alg)) ?? key.alg);
}
