import { keyIsCertificate, keyIsCsr, keyIsPkcs12, keyIsPkcs7, keyIsPublic } from "../inputErrors.ts";
import type { UserError } from "../../errors.ts";
import type { Bytes } from "../../bytes.ts";
import { DerError, derMembers, type DerValue, readDer } from "./der.ts";
import { type DerForm, formOf, type PrivateForm } from "./derForm.ts";
import { readEncrypted } from "./encryptedPkcs8.ts";
import { keyIsDsa, keyTruncated } from "../errors.ts";
import type { EncryptedKey, FoundKey } from "../parts.ts";
import { readPkcs1 } from "./pkcs1.ts";
import { readPkcs8 } from "./pkcs8.ts";
import { readSec1 } from "./sec1.ts";

/** Reads a private key from its DER, or what it takes to decrypt it. Throws UserError. */
export function readDerKey(bytes: Bytes): FoundKey | EncryptedKey {
  try {
    const members = derMembers(readDer(bytes));
    const form = formOf(members);
    if (form === undefined) throw keyTruncated();
    return readers[form](members);
  } catch (error) {
    if (error instanceof DerError) throw keyTruncated();
    throw error;
  }
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
  encrypted: readEncrypted,
  public: refuse(() => keyIsPublic("a public key")),
  certificate: refuse(keyIsCertificate),
  request: refuse(keyIsCsr),
  pkcs7: refuse(keyIsPkcs7),
  pkcs12: refuse(keyIsPkcs12),
};
