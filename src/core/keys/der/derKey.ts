import { keyIsCertificate, keyIsCsr, keyIsPkcs7, keyIsPublic } from "../inputErrors.ts";
import type { UserError } from "../../errors.ts";
import type { Bytes } from "../../bytes.ts";
import { derContent, derMembers, type DerValue, readDer } from "./der.ts";
import { type DerForm, derFormOf, formOf, type PrivateForm } from "./derForm.ts";
import type { Container } from "../encryption/encryptionErrors.ts";
import { encryptedKey } from "../encryption/open.ts";
import { readEncryption } from "../encryption/readEncryption.ts";
import { derTag } from "./oids.ts";
import { keyIsDsa, keyTruncated } from "../errors.ts";
import type { EncryptedKey, FoundKey } from "../parts.ts";
import { orTruncated } from "./orTruncated.ts";
import { readPkcs1 } from "./pkcs1.ts";
import { readPkcs8 } from "./pkcs8.ts";
import { readSec1 } from "./sec1.ts";

/** Reads a private key from its DER, or what it takes to decrypt it. Throws UserError. */
export function readDerKey(bytes: Bytes): FoundKey | EncryptedKey {
  return orTruncated(() => {
    const members = derMembers(readDer(bytes));
    const form = formOf(members);
    if (form === undefined) throw keyTruncated();
    return readers[form](members);
  });
}

/** A private key that is not encrypted, as it comes out of an encrypted form; undefined for anything else. Throws UserError. */
export function readPlain(plain: Bytes, forms: readonly DerForm[]): FoundKey | undefined {
  const form = derFormOf(plain);
  const found = form !== undefined && forms.includes(form) ? readDerKey(plain) : undefined;
  return found !== undefined && "parts" in found ? found : undefined;
}

/** An EncryptedPrivateKeyInfo (RFC 5958 §3). Throws DerError, KEY_ENCRYPTION_UNSUPPORTED, KEY_KDF_TOO_EXPENSIVE. */
export function readEncrypted([algorithm, data]: readonly DerValue[], container: Container = "PKCS#8"): EncryptedKey {
  const encryption = readEncryption(algorithm, derContent(data, derTag.octets), container);
  return encryptedKey(encryption, (plain) => readPlain(plain, ["pkcs8"]));
}

type Reader = (members: readonly DerValue[]) => FoundKey;

const refuse = (error: () => UserError) => (): never => {
  throw error();
};

interface PrivateReaders {
  readonly multiPrime: Reader;
  readonly encrypted: (members: readonly DerValue[]) => EncryptedKey;
}

const readers: PrivateReaders & { readonly [Form in PrivateForm]: Reader } & {
  readonly [Form in Exclude<DerForm, PrivateForm | keyof PrivateReaders>]: () => never;
} = {
  pkcs8: readPkcs8,
  pkcs1: readPkcs1,
  sec1: (members) => readSec1(members),
  multiPrime: readPkcs1,
  dsa: refuse(keyIsDsa),
  encrypted: (members) => readEncrypted(members),
  public: refuse(() => keyIsPublic("a public key")),
  certificate: refuse(keyIsCertificate),
  request: refuse(keyIsCsr),
  pkcs7: refuse(keyIsPkcs7),
  // Such bytes are read as a keystore before; here, they stand under a label that says something else.
  pkcs12: refuse(keyTruncated),
};
