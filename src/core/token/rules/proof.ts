import type { JsonObject } from "../../json.ts";

/**
 * Whether a header is that of a proof that its sender has the key in `jwk`, which must stand there: DPoP (RFC 9449 §4.2), and
 * the proof of OpenID for Verifiable Credential Issuance 1.0, appendix F.1.
 */
export const isProof = ({ typ }: JsonObject): boolean =>
  typeof typ === "string" && /^(?:application\/)?(?:dpop|openid4vci-proof)\+jwt$/i.test(typ);
