import { type Json, jsonIn } from "../../json.ts";
import { stringAt } from "./stringLiteral.ts";

const prefix = /[ub]?(?=["'])/iy;
const other = /[{}[\]:,]|\s+|-?\d[\d.eE+-]*|True|False|None/y;
/** Behind the last member a comma may stand. */
const lastComma = /,(?=\s{0,99}[}\]])/y;

const inJson: ReadonlyMap<string, string> = new Map([
  ["True", "true"],
  ["False", "false"],
  ["None", "null"],
]);

/** The JSON value of a dictionary, or a list of them, as Python prints it; undefined for any other text. */
export function pythonValue(text: string): Json | undefined {
  if (!/^\s*(?:\[\s*)?\{\s*[ub]?'/i.test(text)) return undefined;
  const json: string[] = [];
  for (let at = 0; at < text.length;) {
    const literal = stringAt(text, at + (matchAt(prefix, text, at)?.length ?? 0));
    const token = literal === undefined ? matchAt(other, text, at) : "";
    if (token === undefined) return undefined;
    if (literal !== undefined) json.push(JSON.stringify(literal.value));
    else if (matchAt(lastComma, text, at) === undefined) json.push(inJson.get(token) ?? token);
    at = literal?.end ?? at + token.length;
  }
  return jsonIn(json.join(""));
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
