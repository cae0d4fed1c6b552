import { algNames } from "../algorithms.ts";
import { notSigned } from "./extras.ts";
import type { Provider } from "./provider.ts";

/**
 * Any token. Offers what generate_jwt of the Python package python_jwt does: extra header members (alg and typ are set here),
 * a lifetime or an explicit expiry, `nbf` and `iat` at now and a random `jti`; a claim that the user writes wins.
 */
export const custom: Provider = {
  id: "custom",
  name: "Custom JWT",
  documentation: "https://www.rfc-editor.org/rfc/rfc7519",
  algs: ["RS256", ...algNames.filter((alg) => alg !== "RS256"), "none"],
  inputs: [
    { id: "alg", label: "Algorithm", help: "The signature algorithm (alg).", kind: "alg", required: true },
    {
      id: "claims",
      label: "Claims",
      help: 'The claims set, as a JSON object such as {"sub": "alice"}.',
      kind: "json",
      required: true,
      default: "{}",
    },
    {
      id: "header",
      label: "Header members",
      help: 'More JOSE header members, as a JSON object such as {"kid": "1"}. alg and typ are set already.',
      kind: "json",
      reserved: ["alg", "typ", ...notSigned],
    },
    {
      id: "placeholders",
      label: "Placeholders",
      help: "Fills placeholders in the claims and header members when the token is minted: {now}, {now+15m}, {issued}, {expiry}, {uuid}, {random}, {nanoseconds}, {kid}, {thumbprint}, {alg}. While it is off, braces stay as they are.",
      kind: "flag",
      fillsJson: true,
      advanced: true,
    },
    {
      id: "expires",
      label: "Expiry",
      help: "An explicit expiry (exp) as a NumericDate, or a time with its zone such as 2026-01-31T12:00:00Z. Leave it empty for now plus the lifetime.",
      kind: "time",
      advanced: true,
    },
    {
      id: "typ",
      label: "Type",
      help: 'The media type (typ) in the header, such as "at+jwt"; "none" leaves it out.',
      default: "JWT",
      advanced: true,
    },
    {
      id: "issuedAt",
      label: "Issued at",
      help: 'The time (iat) of issue: "now", one from now such as "now-60" or "+15m", "none", a NumericDate or a time with its zone.',
      default: "now",
      kind: "time",
      advanced: true,
    },
    {
      id: "notBefore",
      label: "Not before",
      help: 'The time (nbf) before which the token is not valid: "now", one from now such as "now-60" or "+15m", "none", a NumericDate or a time with its zone.',
      default: "now",
      kind: "time",
      advanced: true,
    },
    {
      id: "jtiBytes",
      label: "JWT ID length",
      help: "The number of random bytes in the token's ID (jti); 0 leaves it out.",
      pattern: { source: "\\d{1,3}", hint: "a number of bytes from 0 to 999" },
      default: "16",
      advanced: true,
    },
  ],
  header: { $merge: [{ alg: "{alg}", typ: "{typ:optional}" }, "{header:json}"] },
  claims: {
    $merge: [
      "{claims:json}",
      {
        jti: "{jtiBytes:random}",
        nbf: "{notBefore:time}",
        iat: "{issuedAt:time}",
        exp: { $if: "expires", $then: "{expires:time}", $else: "{expiry}" },
      },
    ],
  },
  lifetime: {},
  authorization: { scheme: "Bearer" },
  key: { madeBy: "user", where: "The private key, or the secret that the service verifies with.", bits: 2048 },
  environments: [{ name: "default", url: "{{BASE_URL}}" }],
  samples: [{ name: "Request", method: "GET", path: "/" }],
};
