import { userError } from "../../errors.ts";

export const keystoreWithoutKey = () =>
  userError(
    "KEY_IS_CERTIFICATE",
    "This PKCS#12 keystore holds certificates and no private key.",
    "Choose the keystore or the .key file that has the matching private key.",
  );

export const keysInLockedPart = () =>
  userError(
    "KEY_FORMAT_UNSUPPORTED",
    "This PKCS#12 keystore hides several private keys in an encrypted part, so none can be chosen here.",
    'Take them out with "openssl pkcs12 -in FILE -nocerts -nodes -out NEWFILE", import one from that and delete it.',
  );
