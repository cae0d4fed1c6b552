import type { Random } from "../http/random.ts";

/** What has ended code blocks, become links or upset parsers elsewhere. */
const hostile = [
  "```",
  "\n```\n[x](command:workbench.action.quit)\n```jsonc",
  "    ````\n",
  "~~~",
  "![i](https://beacon.test/i.png)",
  '<img src="https://beacon.test/i.png">',
  "https://beacon.test www.beacon.test a@beacon.test",
  "$(bug)",
  "\u202E\u2066\u200B\u2028\u0000\uD800",
  "__proto__",
  "\u{1F469}\u200D\u{1F4BB}",
  "a".repeat(3000),
  "",
] as const;

const names = [
  "alg",
  "typ",
  "kid",
  "crit",
  "b64",
  "enc",
  "jku",
  "iss",
  "sub",
  "aud",
  "exp",
  "nbf",
  "iat",
  "_sd_alg",
] as const;
const algs = ["HS256", "RS512", "ES256", "none", "dir", "EdDSA"] as const;
const scalars: readonly [unknown, ...unknown[]] = [
  0,
  -1,
  1e308,
  1.5,
  9_007_199_254_740_994,
  1_700_000_000,
  1_700_000_000_000,
  true,
  null,
];

function jsonOf(random: Random, depth = 0): unknown {
  const kind = random.below(depth > 4 ? 2 : 4);
  if (kind === 0) return random.one(hostile);
  if (kind === 1) return random.one(scalars);
  const items = Array.from({ length: random.below(4) }, () => jsonOf(random, depth + 1));
  if (kind === 2) return items;
  return Object.fromEntries(items.map((item) => [random.one([...hostile, ...names]), item]));
}

const objectOf = (random: Random, fixed: object) => ({
  ...fixed,
  ...Object.fromEntries(
    Array.from({ length: random.below(8) }, () => [random.one([...names, ...hostile]), jsonOf(random)]),
  ),
});

/** A header or payload: mostly an object, at times broken, deeply nested, with members twice, or no JSON at all. */
function partText(random: Random, fixed: object): string {
  const text = JSON.stringify(objectOf(random, fixed));
  switch (random.below(12)) {
    case 0:
      return text.slice(0, random.below(text.length));
    case 1:
      return `${text.slice(0, -1)},"alg":"none","exp":1}`;
    case 2:
      return `{"alg":"HS256","a":${"[".repeat(random.below(20_000))}`;
    case 3:
      return `{"alg":"HS256","a":${"[".repeat(9000)}${"]".repeat(9000)}}`;
    case 4:
      return String.fromCharCode(...Array.from({ length: random.below(40) }, () => random.below(0xffff)));
    default:
      return text;
  }
}

function tokenText(random: Random): string {
  const header = partText(random, random.chance(0.9) ? { alg: random.one(algs) } : {});
  const parts = [header, partText(random, random.chance(0.3) ? { iss: "k", iat: 1_700_000_000 } : {})];
  const encoded = parts.map((part) => Buffer.from(part).toString("base64url"));
  const signature = Buffer.alloc(random.one([0, 2, 32, 64, 256])).toString("base64url");
  const token = [...encoded, signature, ...(random.chance(0.1) ? ["AA", "AA"] : [])].join(".");
  if (random.chance(0.7)) return token;
  const at = random.below(token.length);
  const put = random.one([
    ".",
    "=",
    "\n",
    "…",
    "...",
    "%2E",
    "~",
    " ",
    "\u200B",
    "\r\n  ",
    "\\n",
    '"',
    "eyJ",
    "\u2028",
  ]);
  return token.slice(0, at) + put + token.slice(at + random.below(3));
}

const between = [
  " ",
  "\n",
  '"',
  "Bearer ",
  "token=",
  "\r\n",
  "\u2028",
  "{{token}}",
  "%20",
  "\\n",
  "eyJ",
  "...",
  "%PNG\r\n\u001A",
] as const;

/** A text with tokens, what only looks like them, and anything else. */
export const documentOf = (random: Random): string =>
  Array.from({ length: 1 + random.below(6) }, () => random.one(between) + tokenText(random) + random.one(between)).join(
    "",
  );
