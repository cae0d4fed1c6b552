import { withExtras } from "./extras.ts";
import { uuid } from "./patterns.ts";

/**
 * Source: https://developer.apple.com/documentation/appstoreconnectapi/generating-tokens-for-api-requests.
 * Apple counts `exp − iat`. Six months hold only for a token with a scope, of GET requests to a few resources.
 */
export const appStoreConnect = withExtras({
  id: "app-store-connect",
  name: "App Store Connect",
  ownCommand: true,
  documentation: "https://developer.apple.com/documentation/appstoreconnectapi/generating-tokens-for-api-requests",
  algs: ["ES256"],
  inputs: [
    {
      id: "issuerId",
      label: "Issuer ID",
      help: "A UUID that identifies your team; an individual key has none.",
      where: "In App Store Connect: Users and Access > Integrations, above the list of keys.",
      ...uuid("an issuer ID", "57246542-96fe-1a63-e053-0824d011072a"),
    },
    {
      id: "keyId",
      label: "Key ID",
      help: "The ID of the key that signs. The file's name holds it, AuthKey_<KEYID>.p8.",
      where: "In App Store Connect: Users and Access > Integrations, in the list of keys.",
      required: true,
      fromKid: true,
      example: "2X9R4HXF34",
      pattern: { source: "[A-Za-z0-9]+", hint: "a key ID is letters and digits, such as 2X9R4HXF34" },
    },
    {
      id: "scope",
      label: "Scope",
      help: "The requests that the token is limited to, one per line, such as GET /v1/apps/123. Leave it empty for all requests.",
      kind: "lines",
      advanced: true,
    },
  ],
  header: { alg: "{alg}", kid: "{keyId}", typ: "JWT" },
  claims: {
    iss: "{issuerId}",
    sub: { $if: "issuerId", $else: "user" },
    iat: "{issued}",
    exp: "{expiry}",
    aud: "appstoreconnect-v1",
    scope: "{scope:lines}",
  },
  lifetime: { default: 900, max: 1200, longer: { when: "scope", max: 15_777_000 } },
  authorization: { scheme: "Bearer" },
  key: {
    madeBy: "service",
    where: "Apple lets you download it once, as AuthKey_<KEYID>.p8, when you make the key in App Store Connect.",
  },
  environments: [{ name: "production", url: "https://api.appstoreconnect.apple.com" }],
  samples: [{ name: "Apps", method: "GET", path: "/v1/apps" }],
});
