import {
  keyEmpty,
  keyIsDotNetXml,
  keyIsHtml,
  keyIsJavaKeystore,
  keyIsLfsPointer,
  keyIsPublic,
  keyIsRichText,
  keyIsToken,
  notAKey,
} from "../inputErrors.ts";
import { attempt, UserError } from "../../errors.ts";
import type { Json } from "../../json.ts";
import { MB, type Bytes, fromBase64 } from "../../bytes.ts";
import type { Candidate } from "./choose.ts";
import { derFormOf } from "../der/derForm.ts";
import { readDerKey } from "../der/derKey.ts";
import { keyTruncated } from "../errors.ts";
import { textOf } from "./inputText.ts";
import { jwksIn } from "../jwk/jwkSet.ts";
import { jsonKeys, parseJson } from "./jsonKey.ts";
import { readJwk } from "../jwk/jwk.ts";
import { jwkShape, noKeyInJson } from "../jwk/jwkErrors.ts";
import type { FoundKey } from "../parts.ts";
import { isPkcs12, pkcs12Keys } from "../pkcs12/pkcs12.ts";
import { openSshMagic, readOpenSsh } from "../ssh/openSsh.ts";
import { puttyMark, readPutty } from "../ssh/putty.ts";
import { pemBlocks, refuseBrokenArmour } from "./pem.ts";
import { pemKeys } from "./pemKey.ts";
import { type NamedValue, namedValues } from "./namedValues.ts";
import { joinedStrings } from "./stringLiteral.ts";
import { type VendorKey, vendorKey, type WrappedKey, wrappedKeys } from "./vendors.ts";

/** 1 MiB: in characters for text, in bytes for files. */
export const largestInput = MB;

/** Finds the private keys in a text or a file, whatever its form: at least one. Throws UserError. */
export function findKeys(input: string | Bytes): readonly Candidate[] {
  return (typeof input === "string" ? undefined : findInBinary(input)) ?? findInText(textOf(input));
}

function findInBinary(bytes: Bytes): readonly Candidate[] | undefined {
  const refusal = magics.find(({ magic }) => magic.every((byte, i) => byte === bytes[i]));
  if (refusal !== undefined) throw refusal.error();
  if (openSshMagic.every((byte, i) => byte === bytes[i])) return [() => readOpenSsh(bytes)];
  if (isPkcs12(bytes)) return pkcs12Keys(bytes);
  if (derFormOf(bytes) !== undefined) return [() => readDerKey(bytes)];
  if (isCutDer(bytes)) throw keyTruncated();
  return undefined;
}

function findInText(text: string, nested = false): readonly Candidate[] {
  const trimmed = text.trim();
  if (trimmed === "") throw keyEmpty();
  if (trimmed.startsWith("{\\rtf")) throw keyIsRichText();
  if (/^[{[]/.test(trimmed)) return findInJson(parseJson(text));
  const named = nested ? [] : namedValues(text);
  // The JSON around a PEM says more than the PEM.
  const inJson = foundIn(() => findInValues(named.filter(({ value }) => /^[{[]/.test(value))));
  if (inJson.length > 0) return inJson;
  const blocks = pemBlocks(text);
  if (blocks.length > 0) return isPemFile(text) ? pemKeys(blocks) : pemKeys(blocks).map(surrounded);
  if (puttyMark.test(trimmed)) return [() => readPutty(trimmed)];
  const other = others.find(({ pattern }) => pattern.test(trimmed));
  if (other !== undefined) throw other.error();
  refuseBrokenArmour(text);
  const alone = findInBase64(trimmed, nested);
  if (alone !== undefined) return alone;
  const inStrings = nested ? [] : joinedStrings(trimmed).map((joined) => foundIn(() => findInText(joined, true)));
  const joined = inStrings.find(({ length }) => length > 0);
  if (joined !== undefined) return joined;
  const inValues = findInValues(named);
  return inValues.length > 0 ? inValues : findInQuotes(trimmed, nested);
}

/** What is found, which is nothing where the attempt is refused. */
function foundIn(find: () => readonly Candidate[]): readonly Candidate[] {
  const found = attempt(find);
  return found instanceof UserError ? [] : found;
}

/** The private keys among named values: JSON, or base64 of a key in any form. What is not a key there is passed over. */
function findInValues(values: readonly NamedValue[]): readonly Candidate[] {
  const found = values.map(({ name, value }) => {
    const candidates = attempt(() => (/^[{[]/.test(value) ? findInJson(parseJson(value)) : findInBase64(value, false)));
    return candidates instanceof UserError
      ? candidates
      : (candidates ?? []).map((read) => surrounded(() => ({ name, ...read() })));
  });
  const candidates = found.flatMap((each) => (each instanceof UserError ? [] : each));
  const [refusal, another] = found.filter((each) => each instanceof UserError);
  if (candidates.length === 0 && refusal !== undefined && another === undefined) throw refusal;
  return candidates;
}

/** A key that is only a part of the file, or written otherwise there than as a file. */
const surrounded =
  (read: Candidate): Candidate =>
  () => {
    const found = read();
    return "open" in found ? { ...found, notByOpenssl: true } : found;
  };

/** Whether a tool would find the block, on lines of its own. */
const isPemFile = (text: string): boolean => /^-----BEGIN [A-Z0-9 ]+-----[ \t\r]*$/m.test(text);

function findInJson(json: Json): readonly Candidate[] {
  const vendor = vendorKey(json);
  if (vendor !== undefined) return findInVendorFile(vendor);
  const wrapped = jwksIn(json).length > 0 ? [] : wrappedKeys(json);
  return wrapped.length === 0 ? jsonKeys(json) : wrapped.flatMap(findWrapped);
}

const findWrapped = ({ key, kid }: WrappedKey): readonly Candidate[] =>
  typeof key === "string" ? findInVendorFile({ text: key, kid }) : [() => readJwk(key)];

function findInVendorFile({ text, kid, alg, passphrase }: VendorKey): readonly Candidate[] {
  const blocks = pemBlocks(text);
  const candidates = blocks.length > 0 ? pemKeys(blocks) : findInBase64(text.trim(), true);
  if (candidates === undefined) throw noKeyInJson();
  const named = { ...(kid !== undefined && { kid }), ...(alg !== undefined && { alg }) };
  return candidates.map((read) =>
    surrounded(() => {
      const found = read();
      if (!("open" in found) || passphrase === undefined) return { ...found, ...named };
      return { ...found, ...named, passphrase };
    }),
  );
}

/** DER without armour, as Alipay and Snowflake hand it out, or a whole PEM file in base64, as in CI variables. */
function findInBase64(text: string, nested: boolean): readonly Candidate[] | undefined {
  const digits = text.replace(/^(["'])(.*)\1$/s, "$2").replaceAll(/\\[rn]|\s/g, "");
  const bytes = digits.length < 40 ? undefined : fromBase64(digits);
  if (bytes === undefined) {
    if (/^MI[A-Za-z0-9+/=_-]{60,}$/.test(digits)) throw keyTruncated();
    return undefined;
  }
  const inner = findInBinary(bytes) ?? (bytes.length === 64 ? [() => ed25519Secret(bytes, nested)] : undefined);
  if (inner !== undefined || nested) return inner?.map(surrounded);
  const decoded = textOf(bytes);
  return /-----BEGIN |"kty"|"private_key"|^PuTTY-User-Key-File-/.test(decoded)
    ? findInText(decoded, true).map(surrounded)
    : undefined;
}

/** NaCl's and Go's 64 bytes, as Coinbase hands them out: the seed, which is d, then the public key. */
const ed25519Secret = (bytes: Bytes, named: boolean): FoundKey => ({
  parts: { kty: "OKP", crv: "Ed25519", d: bytes.slice(0, 32), x: bytes.slice(32) },
  ...(!named && { guessed: true }),
});

/** A JWK or PEM as one JSON string; any other JSON value is no JWK. */
function findInQuotes(text: string, nested: boolean): readonly Candidate[] {
  if (/^(null|true|false|-?\d+(\.\d+)?)$/.test(text)) throw jwkShape();
  if (!/^".*"$/s.test(text) || nested) throw notAKey();
  const inner = parseJson(text);
  if (typeof inner !== "string" || !/^\s*[{[]/.test(inner)) throw jwkShape();
  return findInText(inner, true);
}

/** Whether the bytes begin as a private key does, a sequence with a version in front, but have another length. */
function isCutDer(bytes: Bytes): boolean {
  const [sequence, form = 0] = bytes;
  const start = form < 0x80 ? 2 : 2 + (form & 0x7f);
  const [tag, length, version = 9] = bytes.subarray(start);
  return bytes.length >= 32 && sequence === 0x30 && tag === 0x02 && length === 1 && version <= 1;
}

/** First bytes of binary formats. */
const magics: readonly { readonly magic: readonly number[]; readonly error: () => Error }[] = [
  { magic: [0xfe, 0xed, 0xfe, 0xed], error: keyIsJavaKeystore },
  { magic: [0xce, 0xce, 0xce, 0xce], error: keyIsJavaKeystore },
];

const others: readonly { readonly pattern: RegExp; readonly error: () => Error }[] = [
  {
    pattern: /^(ssh-(rsa|dss|ed25519|ed448)|ecdsa-sha2-\S+|sk-\S+@openssh\.com) +AAAA/,
    error: () => keyIsPublic("an SSH public key"),
  },
  { pattern: /^---- BEGIN SSH2 PUBLIC KEY ----/, error: () => keyIsPublic("an SSH public key") },
  { pattern: /<RSAKeyValue>/, error: keyIsDotNetXml },
  { pattern: /^<(!doctype|html|head|body|\?xml)/i, error: keyIsHtml },
  { pattern: /^version https:\/\/git-lfs/, error: keyIsLfsPointer },
  { pattern: /^(Bearer +)?eyJ[\w-]+(\.[\w-]*){2,4}$/i, error: keyIsToken },
];
