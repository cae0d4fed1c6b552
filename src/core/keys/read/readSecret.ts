import type { Json } from "../../json.ts";
import { type Bytes, fromBase64, fromHex } from "../../bytes.ts";
import { choose } from "./choose.ts";
import { derFormOf, isPublicForm } from "../der/derForm.ts";
import { mendPem, textOf } from "./inputText.ts";
import { isPrivateJwk } from "../jwk/jwk.ts";
import { jwksIn } from "../jwk/jwkSet.ts";
import { isPkcs12 } from "../pkcs12/pkcs12.ts";
import { jsonKeys, parseJson } from "./jsonKey.ts";
import type { FoundKey } from "../parts.ts";
import { namedValues } from "./namedValues.ts";
import { isText, type SecretEncoding, secretBytes, textWarnings } from "./secret.ts";
import { secretIsPrivateKey, secretIsPublicKey } from "./secretErrors.ts";
import { vendorKey, wrappedKeys } from "./vendors.ts";
import { secretIsJwk } from "../check/warnings.ts";

/**
 * Reads an HMAC secret. A JWK of kty oct is read as the JWK it is, unless `encoding` says that its characters are the secret.
 * Throws UserError: SECRET_IS_PRIVATE_KEY and SECRET_IS_PUBLIC_KEY for keys in any form (RFC 8725 §2.1).
 */
export function readSecret(input: string | Bytes, encoding?: SecretEncoding, pick?: number): FoundKey {
  const text = textOf(input);
  const json = jsonIn(text);
  const jwks = json === undefined ? [] : jwksIn(json);
  if (json !== undefined && encoding === undefined && jwks.some((jwk) => jwk["kty"] === "oct")) {
    const found = choose(jsonKeys(json), pick);
    if ("parts" in found && found.parts.kty === "oct")
      return { ...found, warnings: [...(found.warnings ?? []), secretIsJwk()] };
  }
  const secret = secretBytes(input, encoding);
  refuseKey(text, typeof input === "string" ? undefined : input);
  for (const { value } of namedValues(text)) refuseKey(value, undefined);
  if (encoding !== undefined && encoding !== "text") {
    refuseKey(textOf(secret), secret);
    return { parts: { kty: "oct", secret } };
  }
  const warnings = isText(secret) ? textWarnings(textOf(secret), encoding === "text") : [];
  return { parts: { kty: "oct", secret }, warnings };
}

/** Text that only looks like JSON is a secret like any other. */
function jsonIn(text: string): Json | undefined {
  if (!/^\s*[{["]/.test(text)) return undefined;
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

function refuseKey(input: string, bytes: Bytes | undefined): void {
  const digits = input.replaceAll(/\s/g, "");
  const inner = fromHex(digits) ?? fromBase64(digits);
  const form = derFormOf(bytes ?? inner ?? new Uint8Array(0));
  // A whole key file in base64 or hex, as CI variables hold it, is no better as a secret than the file.
  const text = mendPem(inner === undefined ? input : `${input}\n${textOf(inner)}`);
  const json = jsonIn(input) ?? null;
  const asymmetric = jwksIn(json).filter((jwk) => jwk["kty"] !== "oct");
  const isPrivate = privateMark.test(text) || asymmetric.some(isPrivateJwk) || holdsKey(json);
  const isKeystore = isPkcs12(bytes ?? inner ?? new Uint8Array(0));
  if (isPrivate || isKeystore || (form !== undefined && !isPublicForm(form))) throw secretIsPrivateKey();
  if (publicMark.test(text) || asymmetric.length > 0 || form !== undefined) throw secretIsPublicKey();
}

const holdsKey = (json: Json): boolean =>
  vendorKey(json) !== undefined || wrappedKeys(json).some(({ key }) => typeof key === "string" || key["kty"] !== "oct");

const privateMark =
  /(?:^|\n)(?:openssh-key-v1\0|PuTTY-User-Key-File-)|\b(?:BEGIN|END) [A-Z0-9 ]{0,40}PRIVATE KEY\b|<RSAKeyValue>[^]{0,9999}<D>/i;
const publicMark =
  /\b(?:BEGIN|END) [A-Z0-9 ]{0,40}(?:PUBLIC KEY|CERTIFICATE)\b|^\s*(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-\S{1,40}) +AAAA|<RSAKeyValue>/i;
