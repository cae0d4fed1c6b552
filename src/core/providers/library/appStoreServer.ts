import { withExtras } from "../extras.ts";
import { uuid } from "../patterns.ts";

/**
 * Source: https://developer.apple.com/documentation/appstoreserverapi/generating-json-web-tokens-for-api-requests; the order of
 * the claims is that of app-store-server-library-node.
 */
export const appStoreServer = withExtras({
  id: "app-store-server",
  name: "App Store Server",
  documentation:
    "https://developer.apple.com/documentation/appstoreserverapi/generating-json-web-tokens-for-api-requests",
  algs: ["ES256"],
  inputs: [
    {
      id: "issuerId",
      label: "Issuer ID",
      help: "A UUID that identifies your team.",
      where: "In App Store Connect: Users and Access > Integrations > In-App Purchase.",
      required: true,
      ...uuid("an issuer ID", "57246542-96fe-1a63-e053-0824d011072a"),
    },
    {
      id: "keyId",
      label: "Key ID",
      help: "The ID of the in-app purchase key that signs.",
      where: "In App Store Connect: Users and Access > Integrations > In-App Purchase.",
      required: true,
      fromKid: true,
      example: "2X9R4HXF34",
      pattern: { source: "[A-Za-z0-9]+", hint: "a key ID is letters and digits, such as 2X9R4HXF34" },
    },
    {
      id: "bundleId",
      label: "Bundle ID",
      help: "The app's bundle ID. It becomes the claim bid.",
      required: true,
      example: "com.example.app",
    },
  ],
  header: { alg: "{alg}", typ: "JWT", kid: "{keyId}" },
  claims: {
    bid: "{bundleId}",
    iat: "{issued}",
    exp: "{expiry}",
    aud: "appstoreconnect-v1",
    iss: "{issuerId}",
  },
  lifetime: { default: 300, max: 3600 },
  authorization: { scheme: "Bearer" },
  key: {
    madeBy: "service",
    where:
      "Apple lets you download it once when you make an In-App Purchase key. A key of App Store Connect is refused.",
  },
  environments: [
    { name: "production", url: "https://api.storekit.apple.com" },
    { name: "sandbox", url: "https://api.storekit-sandbox.apple.com" },
  ],
  samples: [{ name: "Transaction", method: "GET", path: "/inApps/v1/transactions/TRANSACTION_ID" }],
});
