import { userError } from "../../errors.ts";

export const keyIsLockedOpenSsh = () =>
  userError(
    "KEY_IS_OPENSSH",
    "This private key is in OpenSSH format with a passphrase, which only OpenSSH opens.",
    'Convert a copy of it with "ssh-keygen -p -m PKCS8 -f FILE" and import the copy.',
  );

// ssh-keygen reports success when it is to convert these, and leaves them in OpenSSH format.
export const keyIsLockedOpenSshEd25519 = () =>
  userError(
    "KEY_IS_OPENSSH",
    "This Ed25519 key is in OpenSSH format with a passphrase, which only OpenSSH opens.",
    'Take the passphrase off a copy of it with "ssh-keygen -p -f FILE" and an empty new one, import the copy and delete it.',
  );

export const openSshTruncated = () =>
  userError(
    "KEY_TRUNCATED",
    "This private key in OpenSSH format is cut short or damaged.",
    'Copy or download the whole key again; "ssh-keygen -y -f FILE" tells whether a file is complete.',
  );

export const keyIsPutty = () =>
  userError(
    "KEY_FORMAT_UNSUPPORTED",
    "This PuTTY key (.ppk) is damaged, has a passphrase or is of an unusual type, so it cannot be read here.",
    'Export it with "puttygen FILE -O private-openssh -o NEWFILE" and import that.',
  );
