import { withExtras } from "../extras.ts";

/** Source: https://docs.postgrest.org/en/stable/references/auth.html. The algorithm is that of the configured secret or JWK. */
export const postgrest = withExtras({
  id: "postgrest",
  name: "PostgREST",
  documentation: "https://docs.postgrest.org/en/stable/references/auth.html",
  algs: ["HS256", "RS256", "ES256"],
  inputs: [
    { id: "alg", label: "Algorithm", help: "The algorithm of the configured jwt-secret.", kind: "alg", advanced: true },
    {
      id: "role",
      label: "Role",
      help: "The database role that the request runs as.",
      required: true,
      example: "web_user",
    },
    { id: "audience", label: "Audience", help: "What jwt-aud is set to (aud).", advanced: true },
    {
      id: "keyId",
      label: "Key ID",
      help: "The kid of the configured JWK, where it has one.",
      fromKid: true,
      advanced: true,
    },
  ],
  header: { alg: "{alg}", typ: "JWT", kid: "{keyId}" },
  claims: { role: "{role}", aud: "{audience}", iat: "{issued}", exp: "{expiry}" },
  lifetime: { default: 3600 },
  authorization: { scheme: "Bearer" },
  key: { madeBy: "user", where: "The secret in jwt-secret, or the private key to the JWK there." },
  environments: [{ name: "default", url: "{{BASE_URL}}" }],
  samples: [{ name: "Tables", method: "GET", path: "/" }],
});
