import { UserError } from "../errors.ts";

export const fileTooLarge = () =>
  new UserError("KEY_FILE_TOO_LARGE", "This is over 1 MB, and no key is that large. Choose the key file itself.");

export const keyEmpty = () =>
  new UserError(
    "KEY_NOT_A_KEY",
    "There is nothing in it: the input is empty. Choose the key file, or copy the whole key.",
  );

export const keyIsHtml = () =>
  new UserError(
    "KEY_NOT_A_KEY",
    "This looks like HTML, a web page and not a key. Download the key file again while signed in.",
  );

export const keyIsRichText = () =>
  new UserError(
    "KEY_NOT_A_KEY",
    "This is a document in Rich Text Format, not plain text. Save it as plain text, or copy the key out of it.",
  );

export const keyIsLfsPointer = () =>
  new UserError(
    "KEY_NOT_A_KEY",
    'This is a Git LFS pointer, not the file it stands for. Run "git lfs pull" and choose it again.',
  );

export const keyIsToken = () =>
  new UserError(
    "KEY_NOT_A_KEY",
    "This is a token, not a key. Import the private key or secret that signs such tokens.",
  );

export const keyIsParameters = () =>
  new UserError(
    "KEY_NOT_A_KEY",
    "This holds only parameters and not a key. Choose the file that holds the private key itself.",
  );

export const notAKey = () =>
  new UserError(
    "KEY_NOT_A_KEY",
    "This is not a key in PEM, DER or JWK form. Choose the private key file; for an HMAC secret, choose an HS algorithm first.",
  );

/** Whether a refusal says nothing about what the input is instead, so that it may be a secret. */
export const isNoKnownForm = ({ message }: UserError): boolean => message === notAKey().message;

/** `what` as in "a public key": fixed words, never input. */
export const keyIsPublic = (what: string) =>
  new UserError(
    "KEY_IS_PUBLIC",
    `This is ${what}; signing needs the private key that belongs to it. Choose that file instead.`,
  );

export const keyIsCertificate = () =>
  new UserError(
    "KEY_IS_CERTIFICATE",
    "This is a certificate, which holds only the public key. Choose the private key that belongs to it, often a .key file.",
  );

export const keyIsCsr = () =>
  new UserError(
    "KEY_IS_CSR",
    "This is a certificate signing request, which holds only the public key. Choose the private key that was made with it.",
  );

export const keyIsOpenSsh = () =>
  new UserError(
    "KEY_IS_OPENSSH",
    'This private key is in OpenSSH format. Convert a copy of it with "ssh-keygen -p -m PKCS8 -f FILE" and import the copy.',
  );

// ssh-keygen reports success for these too, and leaves them in OpenSSH format.
export const keyIsOpenSshEd25519 = () =>
  new UserError(
    "KEY_IS_OPENSSH",
    'This Ed25519 key is in OpenSSH format, and ssh-keygen writes such keys in no other. Make a new one with "openssl genpkey -algorithm ed25519 -out FILE".',
  );

/** `what` and `how` are fixed words, never input. */
export const formatUnsupported = (what: string, how: string) =>
  new UserError("KEY_FORMAT_UNSUPPORTED", `This is ${what}, which cannot be read here. ${how}`);

export const keyIsPkcs12 = () =>
  formatUnsupported(
    "a PKCS#12 keystore (.p12 or .pfx)",
    'Take the key out with "openssl pkcs12 -in FILE -nocerts -nodes -out NEWFILE".',
  );

export const keyIsPkcs7 = () =>
  formatUnsupported("a PKCS#7 certificate bundle", "It holds no private key; choose the private key's own file.");

export const keyIsJavaKeystore = () =>
  formatUnsupported(
    "a Java keystore (JKS)",
    'Convert it with "keytool -importkeystore -srckeystore FILE -destkeystore NEW.p12 -deststoretype PKCS12", then take the key out with "openssl pkcs12 -in NEW.p12 -nocerts -nodes -out NEWFILE".',
  );

export const keyIsPutty = () =>
  formatUnsupported(
    "a PuTTY key (.ppk)",
    'Export it with "puttygen FILE -O private-openssh -o NEWFILE" and import that.',
  );

export const keyIsDotNetXml = () =>
  formatUnsupported(
    "an RSA key in the XML of .NET",
    'Convert it in PowerShell 7 with "$rsa.FromXmlString((Get-Content FILE)); $rsa.ExportPkcs8PrivateKeyPem()", after "$rsa = [Security.Cryptography.RSA]::Create()".',
  );

export const keyIsPgp = () =>
  formatUnsupported("a PGP key", "PGP keys do not sign tokens; use an RSA, EC or Ed25519 key in PEM form.");

/** `what` as in "a DSA key": fixed words, never input. */
export const typeUnsupported = (what: string) =>
  new UserError(
    "KEY_TYPE_UNSUPPORTED",
    `This is ${what}, which cannot sign tokens. Use an RSA, EC or Ed25519 key; "openssl genrsa -out FILE 3072" makes one.`,
  );

export const keyIsDsa = () => typeUnsupported("a DSA key");

export const algUnsupportedHere = (what: string) =>
  new UserError(
    "KEY_TYPE_UNSUPPORTED",
    `This editor's WebCrypto does not know ${what}. Use an RSA, EC or HMAC key here.`,
  );

export const mlDsaWithoutSeed = () =>
  new UserError(
    "KEY_TYPE_UNSUPPORTED",
    "This ML-DSA key lacks its seed, and only the seed can be imported (RFC 9964). Export the key again with its seed.",
  );

export const multiPrime = () =>
  new UserError(
    "KEY_TYPE_UNSUPPORTED",
    'This is a multi-prime RSA key, and only keys of two primes can sign here. Make one with "openssl genrsa -out FILE 3072".',
  );

/** `curve` comes from our own tables, never from the input. */
export const curveUnsupported = (curve: string) =>
  new UserError(
    "KEY_CURVE_UNSUPPORTED",
    `This key is on ${curve}, which WebCrypto does not sign tokens with. Use an EC key on P-256, P-384 or P-521, or an Ed25519 key; "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out FILE" makes one.`,
  );

export const keyTooSmall = (bits: number) =>
  new UserError(
    "KEY_TOO_SMALL",
    `This RSA key has ${bits} bits; signing needs 2048 or more (RFC 7518 §3.3). Make one with "openssl genrsa -out FILE 3072".`,
  );

export const keyTooLarge = (bits: number, most: number) =>
  new UserError(
    "KEY_TOO_LARGE",
    `An RSA key of ${bits} bits is too slow to sign with. Use one of 2048 to ${most} bits.`,
  );

export const badExponent = () =>
  new UserError(
    "KEY_RSA_BAD_EXPONENT",
    'The public exponent e of this RSA key must be odd, above 1 and below 2^256. Make a new key with "openssl genrsa -out FILE 3072".',
  );

export const weakRoca = () =>
  new UserError(
    "KEY_WEAK_ROCA",
    'This RSA key is known to be weak: its private half can be computed (ROCA, CVE-2017-15361). Make a new one with "openssl genrsa -out FILE 3072".',
  );

export const keyInconsistent = () =>
  new UserError(
    "KEY_INCONSISTENT",
    "The private and public parts of this key do not belong together, so nobody could verify its tokens. Export the key again from its source.",
  );

export const publicKeyInvalid = () =>
  new UserError(
    "KEY_INCONSISTENT",
    "This public key is none: its numbers do not belong together, or its point is not on the curve. Copy it again from its source.",
  );

export const keyTruncated = () =>
  new UserError(
    "KEY_TRUNCATED",
    'The key data is cut short or damaged. Copy or download the whole key again; "openssl pkey -in FILE -check -noout" tells whether a file is whole.',
  );

export const keyDamagedInStore = () =>
  new UserError("KEY_DAMAGED", "The stored key can no longer be read. Delete it and import it again.");

export const publicKeyOfSecret = () =>
  new UserError(
    "PUBLIC_KEY_OF_SECRET",
    "An HMAC secret has no public key. Hand the secret itself to whoever verifies, or use an RSA, EC or Ed25519 key.",
  );
