import type { Random } from "../http/random.ts";
import { part } from "../../tokens.ts";

/** A token, and what the mutants of it may borrow. */
export interface Specimen {
  readonly compact: string;
  /** Its public key, or its secret, as text: what a forger may have. */
  readonly publicText: string;
}

type Mutation = (parts: readonly string[], random: Random, others: readonly Specimen[]) => string;

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const strangers = [
  " ",
  "\n",
  "\t",
  "=",
  "==",
  ".",
  "~",
  "+",
  "/",
  "%",
  "\u200B",
  "\uFEFF",
  "\0",
  "é",
  "А",
  "０",
  "{",
  '"',
] as const;
const algs = [
  "none",
  "None",
  "HS256",
  "HS512",
  "RS256",
  "RS512",
  "PS256",
  "ES256",
  "ES512",
  "EdDSA",
  "",
  "hs256",
] as const;

const decode = (encoded = ""): Record<string, unknown> =>
  JSON.parse(Buffer.from(encoded, "base64url").toString()) as Record<string, unknown>;

/** Puts `text` in place of `length` characters somewhere in the token. */
function splice(parts: readonly string[], random: Random, { length, text }: { length: number; text: string }): string {
  const compact = parts.join(".");
  const at = random.below(compact.length + 1);
  return compact.slice(0, at) + text + compact.slice(at + length);
}

/** The other texts of the same bytes: the bits behind the last byte. */
function trailingBits([...parts]: readonly string[], random: Random): string {
  const index = random.below(3);
  const changed = parts[index] ?? "";
  const last = letters.indexOf(changed.at(-1) ?? "");
  parts[index] = changed.slice(0, -1) + (letters[last ^ (1 + random.below(3))] ?? "");
  return parts.join(".");
}

const withHeader = ([header, payload, signature]: readonly string[], members: object) =>
  [part({ ...decode(header), ...members }), payload, signature].join(".");

const mutations: readonly [Mutation, ...Mutation[]] = [
  (parts, random) => splice(parts, random, { length: 1, text: letters[random.below(64)] ?? "" }),
  (parts, random) => splice(parts, random, { length: 1 + random.below(3), text: "" }),
  (parts, random) => splice(parts, random, { length: 0, text: letters[random.below(64)] ?? "" }),
  (parts, random) => splice(parts, random, { length: random.below(2), text: random.one(strangers) }),
  (parts, random) =>
    random.chance(0.5) ? random.one(strangers) + parts.join(".") : parts.join(".") + random.one(strangers),
  trailingBits,
  (parts, random) => withHeader(parts, { alg: random.one(algs) }),
  (parts, random) =>
    withHeader(parts, { [random.one(["kid", "jku", "typ", "b64", "zip"])]: random.one<unknown>(["x", false, 1]) }),
  (parts, random) => withHeader(parts, { crit: [random.one(["exp", "b64", "alg"])], b64: random.chance(0.5) }),
  ([header, payload, signature]) => [header, part({ ...decode(payload), exp: 9_999_999_999 }), signature].join("."),
  ([header, payload, signature]) =>
    [header, Buffer.from(JSON.stringify(decode(payload), null, 1)).toString("base64url"), signature].join("."),
  ([header, payload]) => `${header}.${payload}.`,
  ([header, payload], random) => `${header}.${payload}.${"A".repeat(random.one([1, 43, 64, 86, 128, 342]))}`,
  ([header, , signature]) => `${header}..${signature}`,
  ([header, payload, signature], random) =>
    [
      header,
      payload,
      (signature ?? "")
        .split("")
        .toSorted(() => random.below(3) - 1)
        .join(""),
    ].join("."),
  (parts, random, others) => {
    const borrowed = others[random.below(others.length)]?.compact.split(".") ?? [];
    const which = 1 + random.below(6);
    return parts.map((each, index) => ((which >> index) & 1 ? borrowed[index] : each)).join(".");
  },
  (parts) => `${parts.join(".")}~${part(["salt", "sub", "root"])}~`,
  (parts) => [...parts, parts[1], parts[2]].join("."),
  (parts, random) => parts.map((each, index) => (index === random.below(3) ? each.toUpperCase() : each)).join("."),
  (parts) => parts.join(".").replaceAll("-", "+").replaceAll("_", "/"),
];

/** A text that is not the token, made from it by one to three changes. */
export function mutantOf({ compact }: Specimen, random: Random, others: readonly Specimen[]): string {
  let mutant = compact;
  for (let change = 1 + random.below(3); change > 0; change -= 1) {
    const parts = mutant.split(".");
    mutant = readable(parts)
      ? random.one(mutations)(parts, random, others)
      : splice(parts, random, { length: 1, text: "" });
  }
  return mutant === compact ? `${compact}A` : mutant;
}

function readable(parts: readonly string[]): boolean {
  try {
    return parts.length === 3 && decode(parts[0]) !== null && decode(parts[1]) !== null;
  } catch {
    return false;
  }
}
