import { userError } from "../../errors.ts";

export const keyEncrypted = () =>
  userError(
    "KEY_ENCRYPTED",
    "This private key is encrypted.",
    'Enter its passphrase, or decrypt a copy with "openssl pkey -in FILE -out NEWFILE", import that and delete it.',
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

/** `what` comes from our own tables, never from the input. `legacy`: OpenSSL 3 has it only in its legacy provider. */
export const encryptionUnsupported = (what: string, legacy = false) =>
  userError(
    "KEY_ENCRYPTION_UNSUPPORTED",
    `This private key is encrypted with ${what}, which cannot be opened here.`,
    reencrypt(legacy ? "-provider legacy -provider default " : ""),
  );

export const traditionalEncryption = () =>
  encryptionUnsupported("OpenSSL's traditional scheme (Proc-Type), a single round of MD5");

export const kdfTooExpensive = (most: number) =>
  userError(
    "KEY_KDF_TOO_EXPENSIVE",
    `Decrypting this key takes more than ${most} rounds of PBKDF2, too many to wait for.`,
    reencrypt("-iter 600000 "),
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
