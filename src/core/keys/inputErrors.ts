import { fault, userError, UserError } from "../errors.ts";

export const fileTooLarge = () =>
  userError("KEY_FILE_TOO_LARGE", "This is over 1 MB, which is larger than any key.", "Choose the key file itself.");

export const keyEmpty = () =>
  userError("KEY_NOT_A_KEY", "The input is empty.", "Choose the key file, or copy the whole key.");

export const keyIsHtml = () =>
  userError("KEY_NOT_A_KEY", "This is a web page (HTML), not a key.", "Download the key file again while signed in.");

export const keyIsRichText = () =>
  userError(
    "KEY_NOT_A_KEY",
    "This is a document in Rich Text Format, not plain text.",
    "Save it as plain text, or copy the key out of it.",
  );

export const keyIsLfsPointer = () =>
  userError(
    "KEY_NOT_A_KEY",
    "This is a Git LFS pointer, not the file it stands for.",
    'Run "git lfs pull" and choose it again.',
  );

export const keyIsToken = () =>
  userError("KEY_NOT_A_KEY", "This is a token, not a key.", "Import the private key or secret that signs such tokens.");

export const keyIsParameters = () =>
  userError(
    "KEY_NOT_A_KEY",
    "This holds only parameters, not a key.",
    "Choose the file that holds the private key itself.",
  );

export const notAKey = () =>
  new UserError({
    ...fault(
      "KEY_NOT_A_KEY",
      "This is not a key in PEM, DER or JWK form.",
      "Choose the private key file; for an HMAC secret, choose an HS algorithm first.",
    ),
    mayBeSecret: true,
  });

/** `what` as in "a public key": fixed words, never input. */
export const keyIsPublic = (what: string) =>
  userError(
    "KEY_IS_PUBLIC",
    `This is ${what}; signing needs the private key that belongs to it.`,
    "Choose that file instead.",
  );

export const keyIsCertificate = () =>
  userError(
    "KEY_IS_CERTIFICATE",
    "This is a certificate, which holds only the public key.",
    "Choose the matching private key, often a .key file.",
  );

export const keyIsCsr = () =>
  userError(
    "KEY_IS_CSR",
    "This is a certificate signing request, which holds only the public key.",
    "Choose the private key that was made with it.",
  );

/** `what` and `how` are fixed words, never input. */
export const formatUnsupported = (what: string, how: string) =>
  userError("KEY_FORMAT_UNSUPPORTED", `This is ${what}, which cannot be read here.`, how);

export const keyIsPkcs7 = () =>
  formatUnsupported(
    "a PKCS#7 certificate bundle",
    "It holds no private key; choose the file of the private key itself.",
  );

export const keyIsJavaKeystore = () =>
  formatUnsupported(
    "a Java keystore (JKS)",
    'Convert it with "keytool -importkeystore -srckeystore FILE -destkeystore NEW.p12 -deststoretype PKCS12" and import NEW.p12.',
  );

export const keyIsDotNetXml = () =>
  formatUnsupported(
    "an RSA key in the XML of .NET",
    'Convert it in PowerShell 7 with "$rsa.FromXmlString((Get-Content FILE)); $rsa.ExportPkcs8PrivateKeyPem()", after "$rsa = [Security.Cryptography.RSA]::Create()".',
  );

export const keyIsPgp = () =>
  formatUnsupported("a PGP key", "PGP keys do not sign tokens; use an RSA, EC or Ed25519 key in PEM form.");
