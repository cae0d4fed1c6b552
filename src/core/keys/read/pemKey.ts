import {
  formatUnsupported,
  keyIsCertificate,
  keyIsCsr,
  keyIsParameters,
  keyIsPgp,
  keyIsPkcs7,
  keyIsPublic,
  notAKey,
} from "../inputErrors.ts";
import { attempt, UserError } from "../../errors.ts";
import type { Candidate } from "./choose.ts";
import { readDerKey, readPlain } from "../der/derKey.ts";
import { encryptedKey } from "../encryption/open.ts";
import { pemEncryption, readDekInfo } from "../encryption/pemEncryption.ts";
import { keyIsDsa } from "../errors.ts";
import { pkcs12Keys } from "../pkcs12/pkcs12.ts";
import { readOpenSsh } from "../ssh/openSsh.ts";
import { openSshTruncated } from "../ssh/sshErrors.ts";
import type { EncryptedKey, FoundKey } from "../parts.ts";
import { type PemBlock, pemBytes } from "./pem.ts";

/** Whether a block's label announces a private key of any format. */
const isPrivateBlock = ({ label }: PemBlock): boolean => /\bPRIVATE KEY( BLOCK)?$/.test(label);

/** The private keys among these blocks; there is at least one block. Throws UserError when none is private. */
export function pemKeys(blocks: readonly PemBlock[]): readonly Candidate[] {
  const privates = blocks.filter(isPrivateBlock);
  if (privates.length > 0) return privates.map((block) => () => readBlock(block));
  const keystore = blocks.find(({ label }) => label === "PKCS12");
  if (keystore !== undefined) return pkcs12Keys(pemBytes(keystore));
  const block = blocks.find(({ label }) => !label.endsWith("PARAMETERS"));
  throw block === undefined ? keyIsParameters() : (refusals.get(block.label) ?? notAKey)();
}

function readBlock(block: PemBlock): FoundKey | EncryptedKey {
  if (block.label === "OPENSSH PRIVATE KEY") return readOpenSshBlock(block);
  const refusal = refusals.get(block.label);
  if (refusal !== undefined) throw refusal();
  return readTraditional(block) ?? readDerKey(pemBytes(block));
}

function readOpenSshBlock(block: PemBlock): FoundKey {
  const bytes = attempt(() => pemBytes(block));
  if (!(bytes instanceof UserError)) return readOpenSsh(bytes);
  throw bytes.code === "KEY_TRUNCATED" ? openSshTruncated() : bytes;
}

/** OpenSSL's traditional encryption, of a block that has its headers. */
function readTraditional(block: PemBlock): EncryptedKey | undefined {
  const info = readDekInfo(block.body);
  if (info === undefined) return undefined;
  const { body, offset } = block;
  const ciphertext = pemBytes({ ...block, body: body.slice(info.end), offset: offset + info.end });
  return encryptedKey(pemEncryption(info, ciphertext), (plain) => readPlain(plain, ["pkcs1", "sec1", "pkcs8"]));
}

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
  ["PGP PRIVATE KEY BLOCK", keyIsPgp],
  ["PGP PUBLIC KEY BLOCK", keyIsPgp],
  ["PGP MESSAGE", keyIsPgp],
  ["X509 CRL", () => formatUnsupported("a certificate revocation list", "Choose the file of the private key itself.")],
]);
