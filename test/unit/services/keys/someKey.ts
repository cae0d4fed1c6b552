import type { Key } from "../../../../src/core/keys/key.ts";

/** A key as it is stored, told apart by a number; its material is none. */
export const someKey = (number = 0, size = 16): Key => ({
  kty: "EC",
  alg: "ES256",
  crv: "P-256",
  thumbprint: `thumbprint-${number}`,
  material: { format: "pkcs8", base64: `${number}`.padStart(size, "A") },
});

export const someSecret = (number = 0): Key => ({
  kty: "oct",
  alg: "HS256",
  bits: 256,
  thumbprint: `secret-thumbprint-${number}`,
  material: { format: "raw", base64: `${number}`.padStart(44, "A") },
});
