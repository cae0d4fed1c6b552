import type { Alg } from "../../algorithms.ts";
import type { Code } from "../../codes.ts";

/** The key is taken, but a person should know this and agree. Never holds key material. */
export interface KeyWarning {
  readonly code: Code;
  readonly message: string;
}

export const lowExponent = (e: bigint): KeyWarning => ({
  code: "KEY_RSA_LOW_EXPONENT",
  message: `This RSA key has the low public exponent e=${e}. Prefer a new key with e=65537, which "openssl genpkey" makes.`,
});

/** `has` and `needs` in bytes. */
export const secretTooShort = (has: number, needs: number, alg: Alg): KeyWarning => ({
  code: "SECRET_TOO_SHORT",
  message: `This secret has ${has} ${has === 1 ? "byte" : "bytes"}; ${alg} needs ${needs} (RFC 7518 §3.2). Generate a longer one, or go on only if the service gave you this one.`,
});

export const surroundingSpace = (): KeyWarning => ({
  code: "SECRET_SURROUNDING_SPACE",
  message:
    "This secret begins or ends with spaces, line breaks or invisible characters, and they were kept. Import it again without them if they came with copying.",
});

export const surroundingQuotes = (): KeyWarning => ({
  code: "SECRET_SURROUNDING_QUOTES",
  message:
    "This secret is in quotes, and they were kept. Import it again without them if they came from a settings file or a program.",
});

export const ambiguousEncoding = (encoding: string): KeyWarning => ({
  code: "SECRET_ENCODING",
  message: `This secret was taken as text, but may be ${encoding}. Choose text or ${encoding}, as the service's documentation says.`,
});

export const prefixedSecret = (prefix: "base64:" | "whsec_"): KeyWarning => ({
  code: "SECRET_ENCODING",
  message: `This secret was taken as text, with its prefix "${prefix}". If the service means the bytes that follow, import them as base64, without the prefix.`,
});

export const secretIsLine = (): KeyWarning => ({
  code: "SECRET_IS_LINE",
  message:
    'This is a whole line NAME=value, and all of it was taken. Import only what stands behind the "=" if the line came from a settings file.',
});

export const secretIsToken = (): KeyWarning => ({
  code: "SECRET_IS_TOKEN",
  message: "This is a token, not the secret that signs one. Import the secret that the service gave you.",
});

export const secretIsJwk = (): KeyWarning => ({
  code: "SECRET_IS_JWK",
  message:
    'This is a JWK, so the secret is the bytes of its "k". If the service means the JSON text itself, import it as text.',
});

export const mixedJwks = (): KeyWarning => ({
  code: "JWKS_MIXED",
  message:
    "This JWK Set holds both a shared secret and public keys; only the secret was taken. Never verify tokens with such a set. Keep the two apart.",
});
