import { withExtras } from "../extras.ts";

/** Source: https://hasura.io/docs/2.0/auth/authentication/jwt. The secret's `type` in Hasura must be the token's algorithm. */
export const hasura = withExtras({
  id: "hasura",
  name: "Hasura",
  documentation: "https://hasura.io/docs/2.0/auth/authentication/jwt/",
  algs: ["HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "EdDSA"],
  inputs: [
    {
      id: "alg",
      label: "Algorithm",
      help: "The type in HASURA_GRAPHQL_JWT_SECRET.",
      kind: "alg",
      advanced: true,
    },
    {
      id: "roles",
      label: "Allowed roles",
      help: "The roles that a request may choose, one per line.",
      kind: "lines",
      required: true,
      default: "user",
    },
    {
      id: "defaultRole",
      label: "Default role",
      help: "The role of a request that chooses none; one of the allowed ones.",
      required: true,
      default: "user",
      example: "user",
    },
    { id: "userId", label: "User ID", help: "The value of x-hasura-user-id." },
    { id: "subject", label: "Subject", help: "The subject (sub).", advanced: true },
  ],
  header: { alg: "{alg}", typ: "JWT" },
  claims: {
    sub: "{subject}",
    iat: "{issued}",
    exp: "{expiry}",
    "https://hasura.io/jwt/claims": {
      "x-hasura-allowed-roles": "{roles:lines}",
      "x-hasura-default-role": "{defaultRole}",
      "x-hasura-user-id": "{userId}",
    },
  },
  lifetime: { default: 3600 },
  authorization: { scheme: "Bearer" },
  key: {
    madeBy: "user",
    where: "The secret in HASURA_GRAPHQL_JWT_SECRET, or the private key to the public one there.",
  },
  environments: [{ name: "default", url: "{{BASE_URL}}" }],
  samples: [
    {
      name: "Query",
      method: "POST",
      path: "/v1/graphql",
      headers: { "Content-Type": "application/json" },
      body: '{"query":"{__typename}"}',
    },
  ],
});
