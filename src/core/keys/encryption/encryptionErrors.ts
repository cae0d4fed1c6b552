import { userError } from "../../errors.ts";

/** `byOpenssl`: whether OpenSSL decrypts the file as it is. */
export const keyEncrypted = (byOpenssl: boolean) =>
  userError(
    "KEY_ENCRYPTED",
    "This private key is encrypted.",
    byOpenssl
      ? 'Enter its passphrase, or decrypt a copy with "openssl pkey -in FILE -out NEWFILE", import that and delete it.'
      : "Enter its passphrase.",
  );

/** `own`: the passphrase stood in the same file as the key. */
export const wrongPassphrase = (own: boolean) =>
  userError(
    "KEY_WRONG_PASSWORD",
    own ? "The passphrase in this file did not decrypt its key." : "The passphrase did not decrypt this key.",
    own
      ? "Enter the right one, or download the file again."
      : "Check capitals and keyboard layout, and enter it again.",
  );

/** What an encrypted key stands in, which decides what opens it elsewhere. */
export type Container = "PKCS#8" | "PKCS#12";

/** `what` comes from our own tables, never from the input. `legacy`: OpenSSL 3 opens it with its legacy provider. */
export const encryptionUnsupported = (what: string, legacy: boolean, container: Container) =>
  userError(
    "KEY_ENCRYPTION_UNSUPPORTED",
    `This private key is encrypted with ${what}, which cannot be opened here.`,
    legacy ? legacyRemedies[container] : "Save it with AES-256-CBC in the program that made it, and import that.",
  );

/** A cipher that other editors open. */
export const cipherUnsupportedHere = (cipher: string) =>
  userError(
    "KEY_ENCRYPTION_UNSUPPORTED",
    `This private key is encrypted with ${cipher}, which this editor's WebCrypto does not support.`,
    "Save it with AES-256-CBC in the program that made it, and import that.",
  );

export const kdfTooExpensive = (most: number, container: Container) =>
  userError(
    "KEY_KDF_TOO_EXPENSIVE",
    `Decrypting this key takes more than ${most} rounds of hashing its passphrase, too many to wait for.`,
    container === "PKCS#8" ? reencrypt("-iter 600000 ") : decryptPkcs12(""),
  );

// No command helps: OpenSSL's own limit is lower.
export const scryptTooExpensive = () =>
  userError(
    "KEY_KDF_TOO_EXPENSIVE",
    "Decrypting this key by way of scrypt takes more memory or time than is safe here.",
    "Save it with a lower cost, such as N = 16384 with r = 8 and p = 1, in the program that made it.",
  );

export const exportPassphraseLength = () =>
  userError(
    "PASSPHRASE_LENGTH",
    "A passphrase of that length cannot protect the key.",
    "Choose one of 1 to 1000 bytes.",
  );

export const privateKeyOfSecret = () =>
  userError(
    "PRIVATE_KEY_OF_SECRET",
    "Services cannot read an encrypted secret.",
    "Run JWT Mint: Save Private Key to File… and confirm that it is saved unencrypted.",
  );

const reencrypt = (options: string): string =>
  `Re-encrypt a copy with "openssl pkcs8 -topk8 -v2 aes256 ${options}-in FILE -out NEWFILE" and import that.`;

const decryptPkcs12 = (options: string): string =>
  `Take the key out with "openssl pkcs12 ${options}-in FILE -nocerts -nodes -out NEWFILE", import that and delete it.`;

const legacyRemedies: { readonly [In in Container]: string } = {
  "PKCS#8": reencrypt("-provider legacy -provider default "),
  "PKCS#12": decryptPkcs12("-legacy "),
};
