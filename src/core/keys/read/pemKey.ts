import {
  formatUnsupported,
  keyIsCertificate,
  keyIsCsr,
  keyIsOpenSsh,
  keyIsOpenSshEd25519,
  keyIsParameters,
  keyIsPgp,
  keyIsPkcs12,
  keyIsPkcs7,
  keyIsPublic,
  notAKey,
} from "../inputErrors.ts";
import type { UserError } from "../../errors.ts";
import { fromBase64 } from "../../bytes.ts";
import type { Candidate } from "./choose.ts";
import { readDerKey } from "../der/derKey.ts";
import { traditionalEncryption } from "../der/encryptionErrors.ts";
import { keyIsDsa } from "../errors.ts";
import { textOf } from "./inputText.ts";
import type { EncryptedKey, FoundKey } from "../parts.ts";
import { isEncryptedPem, type PemBlock, pemBytes } from "./pem.ts";

/** Whether a block's label announces a private key of any format. */
const isPrivateBlock = ({ label }: PemBlock): boolean => /\bPRIVATE KEY( BLOCK)?$/.test(label);

/** The private keys among these blocks; there is at least one block. Throws UserError when none is private. */
export function pemKeys(blocks: readonly PemBlock[]): readonly Candidate[] {
  const privates = blocks.filter(isPrivateBlock);
  if (privates.length > 0) return privates.map((block) => () => readBlock(block));
  const block = blocks.find(({ label }) => !label.endsWith("PARAMETERS"));
  throw block === undefined ? keyIsParameters() : (refusals.get(block.label) ?? notAKey)();
}

function readBlock(block: PemBlock): FoundKey | EncryptedKey {
  if (block.label === "OPENSSH PRIVATE KEY") throw openSshRefusal(block);
  const refusal = refusals.get(block.label);
  if (refusal !== undefined) throw refusal();
  if (isEncryptedPem(block)) throw traditionalEncryption();
  return readDerKey(pemBytes(block));
}

/** The type of an OpenSSH key stands in front of its encrypted part (OpenSSH, PROTOCOL.key). */
const openSshRefusal = ({ body }: PemBlock): UserError =>
  textOf(fromBase64(body.replaceAll(/\s/g, "")) ?? "").includes("ssh-ed25519") ? keyIsOpenSshEd25519() : keyIsOpenSsh();

/** Labels of RFC 7468, OpenSSL, OpenSSH, RFC 4716 and RFC 9580 that are no private key to be read here. */
const refusals: ReadonlyMap<string, () => UserError> = new Map([
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
  ["X509 CRL", () => formatUnsupported("a certificate revocation list", "Choose the file of the private key itself.")],
]);
