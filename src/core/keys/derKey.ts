import type { UserError } from "../errors.ts";
import type { Bytes } from "./bytes.ts";
import { DerError, derMembers, type DerValue, readDer } from "./der.ts";
import { type DerForm, formOf, type PrivateForm } from "./derForm.ts";
import {
  keyEncrypted,
  keyIsCertificate,
  keyIsCsr,
  keyIsDsa,
  keyIsPkcs12,
  keyIsPkcs7,
  keyIsPublic,
  keyTruncated,
} from "./errors.ts";
import type { FoundKey } from "./parts.ts";
import { readPkcs1 } from "./pkcs1.ts";
import { readPkcs8 } from "./pkcs8.ts";
import { readSec1 } from "./sec1.ts";

/** Reads a private key from its DER. Throws UserError. */
export function readDerKey(bytes: Bytes): FoundKey {
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

const readers: { readonly [Form in DerForm]: Form extends PrivateForm | "multiPrime" ? Reader : () => never } = {
  pkcs8: readPkcs8,
  pkcs1: readPkcs1,
  sec1: (members) => readSec1(members),
  multiPrime: readPkcs1,
  dsa: refuse(keyIsDsa),
  encrypted: refuse(keyEncrypted),
  public: refuse(() => keyIsPublic("a public key")),
  certificate: refuse(keyIsCertificate),
  request: refuse(keyIsCsr),
  pkcs7: refuse(keyIsPkcs7),
  pkcs12: refuse(keyIsPkcs12),
};
