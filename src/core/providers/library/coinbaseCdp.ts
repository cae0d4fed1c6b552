import { withExtras } from "../extras.ts";

/**
 * One token for one request. Source: https://docs.cdp.coinbase.com/get-started/authentication/jwt-authentication and
 * coinbase/cdp-sdk, typescript/src/auth/utils/jwt.ts. The Coinbase App API documents ES256 keys only.
 */
export const coinbaseCdp = withExtras({
  id: "coinbase-cdp",
  name: "Coinbase CDP",
  documentation: "https://docs.cdp.coinbase.com/get-started/authentication/jwt-authentication",
  algs: ["ES256", "EdDSA"],
  inputs: [
    {
      id: "alg",
      label: "Algorithm",
      help: "EdDSA for an Ed25519 key, ES256 for an EC key.",
      kind: "alg",
      advanced: true,
    },
    {
      id: "keyName",
      label: "Key name",
      help: "The key's ID, or an older key's name (organizations/…/apiKeys/…). It becomes kid and the subject (sub).",
      where: "In the key file, as id or name.",
      required: true,
      fromKid: true,
    },
    {
      id: "method",
      label: "Method",
      help: "The HTTP method of the request that the token is for.",
      default: "GET",
      example: "GET",
      pattern: { source: "[A-Z]+", hint: "a method is written in capitals, such as GET" },
    },
    {
      id: "host",
      label: "Host",
      help: "The request's host, without https://.",
      default: "api.cdp.coinbase.com",
      example: "api.cdp.coinbase.com",
      pattern: { source: "[^\\s/:]+", hint: "a host has neither https:// nor a path, such as api.cdp.coinbase.com" },
    },
    {
      id: "path",
      label: "Path",
      help: "The request's path, without a query.",
      default: "/platform/v2/evm/accounts",
      example: "/platform/v2/evm/accounts",
      pattern: {
        source: "/[^\\s?#]*",
        hint: "a path begins with a slash and has no query, such as /platform/v2/evm/accounts",
      },
    },
  ],
  header: { alg: "{alg}", kid: "{keyName}", typ: "JWT", nonce: "{randomHex}" },
  claims: {
    sub: "{keyName}",
    iss: "cdp",
    uris: ["{method} {host}{path}"],
    iat: "{issued}",
    nbf: "{now}",
    exp: "{expiry}",
  },
  lifetime: { default: 120, max: 120 },
  authorization: { scheme: "Bearer" },
  key: {
    madeBy: "service",
    where: "The JSON file of a secret API key, which Coinbase's CDP portal lets you download once.",
  },
  environments: [
    { name: "platform", url: "https://api.cdp.coinbase.com" },
    { name: "Coinbase App", url: "https://api.coinbase.com" },
  ],
  samples: [{ name: "Accounts", method: "GET", path: "/platform/v2/evm/accounts" }],
});
