import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";

/** A stretch of a key or secret in one of the forms in which it might leak, byte by byte (latin1). */
export interface Canary {
  readonly form: string;
  readonly text: string;
}

/** What to look for in places where a private key (PEM) or an HMAC secret must not be. */
export function canariesOf(secret: string): readonly Canary[] {
  if (!secret.startsWith("-----BEGIN ")) return formsOf("secret", Buffer.from(secret));
  const key = createPrivateKey(secret);
  return [...numbersOf(key).flatMap(([name, bytes]) => formsOf(name, bytes)), ...pemLines(key)];
}

/** The forms of the canaries that a place holds, whatever its text was wrapped in. Strings are read as UTF-8. */
export function leaksIn(place: Buffer | string, canaries: readonly Canary[]): readonly string[] {
  const bytes = (typeof place === "string" ? Buffer.from(place) : place).toString("latin1");
  const found = readings.map((read) => {
    const text = read(bytes);
    return canaries.filter((canary) => text.includes(read(canary.text)));
  });
  return [...new Set(found.flat().map(({ form }) => form))];
}

/** The members of its JWK that are secret, and the bytes inside them that every form of the key holds. */
function numbersOf(key: KeyObject): readonly (readonly [string, Buffer])[] {
  const jwk = key.export({ format: "jwk" });
  return (["d", "p", "q", "dp", "dq", "qi"] as const).flatMap((name) => {
    const member: unknown = jwk[name];
    return typeof member === "string" ? [[name, Buffer.from(member, "base64url")] as const] : [];
  });
}

/** A stretch from the middle, so that neither lost zeros nor what is around it matters. */
function formsOf(name: string, bytes: Buffer): readonly Canary[] {
  const stretch = bytes.subarray(4, 28);
  const hex = stretch.toString("hex");
  const raw = stretch.toString("latin1");
  const named = (form: string, text: string): Canary => ({ form: `${name}, ${form}`, text });
  const base64s = [0, 1, 2].flatMap((skipped) => {
    // Whole groups of three bytes: what follows them changes none of their characters.
    const groups = stretch.subarray(skipped, skipped + 21);
    return (["base64", "base64url"] as const).map((form) => named(`${form} +${skipped}`, groups.toString(form)));
  });
  return [
    named("raw", raw),
    named("raw as text", Buffer.from(raw, "utf8").toString("latin1")),
    named("hex", hex),
    named("HEX", hex.toUpperCase()),
    named("hex with colons", hex.replaceAll(/..(?=.)/g, "$&:")),
    named("list of numbers", [...stretch].join(",")),
    ...base64s,
  ];
}

/**
 * The lines of each PEM form of a key, without those that its public half has too, and one of them in every form in which
 * the text of a file might leak.
 */
function pemLines(key: KeyObject): readonly Canary[] {
  const forms = { rsa: ["pkcs8", "pkcs1"], ec: ["pkcs8", "sec1"] } as const;
  const type = key.asymmetricKeyType;
  const { n = "", x = "", y = "" } = createPublicKey(key).export({ format: "jwk" });
  const isPublic = (line: Buffer) => [n, x, y].some((member) => Buffer.from(member, "base64url").includes(line));
  return (type === "rsa" || type === "ec" ? forms[type] : (["pkcs8"] as const)).flatMap((form) => {
    const pem = String(key.export({ format: "pem", type: form }));
    const lines = pem.split("\n").filter((line) => line.length === 64 && !isPublic(Buffer.from(line, "base64")));
    const named = lines.map((text, index): Canary => ({ form: `${form} line ${index}`, text }));
    const middle = lines[Math.floor(lines.length / 2)];
    return middle === undefined ? named : named.concat(formsOf(`${form} text`, Buffer.from(middle)));
  });
}

/** The ways to look at a place, each on top of the one before: as it is, out of UTF-16, of URLs, of JSON, on one line. */
const readings = [(text: string) => text, withoutNuls, outOfUrls, outOfJson, onOneLine];

function withoutNuls(text: string): string {
  return text.replaceAll("\0", "");
}

function outOfUrls(text: string): string {
  return withoutNuls(withoutNuls(text).replaceAll(/%([0-9a-f]{2})/gi, (_whole, digits: string) => character(digits)));
}

function outOfJson(text: string): string {
  return outOfUrls(text).replaceAll(/\\+(?:u00([0-9a-f]{2})|[nrt/])/gi, (whole, digits?: string) =>
    digits === undefined ? whole.replace(/^\\+[nrt]?/i, "") : character(digits),
  );
}

const character = (digits: string): string => String.fromCharCode(Number.parseInt(digits, 16));

function onOneLine(text: string): string {
  return outOfJson(text).replaceAll(/\s/g, "");
}
