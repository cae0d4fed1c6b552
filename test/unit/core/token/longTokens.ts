import { randomBytes } from "node:crypto";
import { randomFrom } from "../../../fuzz/http/random.ts";
import { compactOf, part } from "../../../tokens.ts";

const tokenOf = (claims: object) => compactOf({ alg: "HS256", typ: "JWT" }, claims);

const words = ["a", "b", "e", "eyJ", "this", "return", "function", "prototype", "length", "0x1f", "1e3"] as const;
const marks = [".", ".", "(", ")", ",", "=", "=>", "{", "}", "[", "]", ";", '"', "`", "?.", "+", " "] as const;

/** A piece of code as a minifier leaves it. */
function minifiedPiece(): string {
  const random = randomFrom(20);
  return Array.from({ length: 20_000 }, () => random.one(words) + random.one(marks)).join("");
}

/** Lines of the catalogue's length and more, by a number of characters. Nothing in them is a token. */
export const empty: Readonly<Record<"DOC-001" | "DOC-003" | "DOC-004", (length: number) => string>> = {
  "DOC-001": (length) => "eyJ".repeat(length / 3),
  "DOC-003": (length) => "eyJ-".repeat(length / 4),
  "DOC-004": (length) => {
    const piece = minifiedPiece();
    return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  },
};

/** DOC-006: a line of so many tokens. */
export const manyTokens = (count: number) =>
  Array.from({ length: count }, (_, index) => tokenOf({ sub: `s${index}` })).join(" ");

const header = part('{"alg":"HS256"}');

/** JWT-032 and JWT-033: claims within claims. */
export const deep = (depth: number) => `${header}.${part(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`)}.AAAA`;

/** JWT-035: so many claims. */
export const wide = (count: number) =>
  `${header}.${part(JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, i) => [`c${i}`, i]))))}.AAAA`;

/** DOC-008: a token of so many bytes and some more, in quotes. */
export const longToken = (bytes: number) =>
  `"${tokenOf({ sub: "a", data: randomBytes(bytes / 2).toString("base64") })}"`;
