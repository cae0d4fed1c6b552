import type { UserError } from "../errors.ts";
import { readDerKey } from "./derKey.ts";
import {
  formatUnsupported,
  keyEncrypted,
  keyIsCertificate,
  keyIsCsr,
  keyIsDsa,
  keyIsOpenSsh,
  keyIsParameters,
  keyIsPgp,
  keyIsPkcs12,
  keyIsPkcs7,
  keyIsPublic,
  keySeveral,
  notAKey,
} from "./errors.ts";
import type { FoundKey } from "./parts.ts";
import { isEncryptedPem, type PemBlock, pemBytes } from "./pem.ts";

/** Whether a block's label announces a private key of any format. */
const isPrivateBlock = ({ label }: PemBlock): boolean => /\bPRIVATE KEY( BLOCK)?$/.test(label);

/** Reads the one private key among these blocks; there is at least one block. Throws UserError. */
export function readPemKey(blocks: readonly PemBlock[]): FoundKey {
  const privates = blocks.filter(isPrivateBlock);
  if (privates.length > 1) throw keySeveral(privates.length);
  const block = privates[0] ?? blocks.find(({ label }) => !label.endsWith("PARAMETERS"));
  if (block === undefined) throw keyIsParameters();
  const refusal = refusals.get(block.label);
  if (refusal !== undefined) throw refusal();
  if (!isPrivateBlock(block)) throw notAKey();
  if (isEncryptedPem(block)) throw keyEncrypted();
  return readDerKey(pemBytes(block));
}

/** Labels of RFC 7468, OpenSSL, OpenSSH, RFC 4716 and RFC 9580 that are no private key to be read here. */
const refusals: ReadonlyMap<string, () => UserError> = new Map([
  ["ENCRYPTED PRIVATE KEY", keyEncrypted],
  ["OPENSSH PRIVATE KEY", keyIsOpenSsh],
  ["DSA PRIVATE KEY", keyIsDsa],
  ["PUBLIC KEY", () => keyIsPublic("a public key")],
  ["RSA PUBLIC KEY", () => keyIsPublic("an RSA public key")],
  ["EC PUBLIC KEY", () => keyIsPublic("an EC public key")],
  ["CERTIFICATE", keyIsCertificate],
  ["X509 CERTIFICATE", keyIsCertificate],
  ["TRUSTED CERTIFICATE", keyIsCertificate],
  ["CERTIFICATE REQUEST", keyIsCsr],
  ["NEW CERTIFICATE REQUEST", keyIsCsr],
  ["PKCS7", keyIsPkcs7],
  ["PKCS #7 SIGNED DATA", keyIsPkcs7],
  ["CMS", keyIsPkcs7],
  ["PKCS12", keyIsPkcs12],
  ["PGP PRIVATE KEY BLOCK", keyIsPgp],
  ["PGP PUBLIC KEY BLOCK", keyIsPgp],
  ["PGP MESSAGE", keyIsPgp],
  ["X509 CRL", () => formatUnsupported("a certificate revocation list", "Choose the private key's own file.")],
]);
