import { withExtras } from "../extras.ts";

/** Source: https://supabase.com/docs/guides/auth/jwts. A request also carries the project's publishable key, as `apikey`. */
export const supabase = withExtras({
  id: "supabase",
  name: "Supabase",
  documentation: "https://supabase.com/docs/guides/auth/jwts",
  algs: ["ES256", "RS256", "HS256"],
  inputs: [
    {
      id: "alg",
      label: "Algorithm",
      help: "The algorithm of the imported signing key; HS256 for the legacy secret.",
      kind: "alg",
      advanced: true,
    },
    {
      id: "role",
      label: "Role",
      help: "The Postgres role that the request runs as.",
      required: true,
      default: "authenticated",
      example: "authenticated",
    },
    {
      id: "userId",
      label: "User ID",
      help: "The user (sub), a UUID.",
      example: "3f1c2b9e-5d7a-4c11-9b0e-2a6f8d4c7e10",
    },
    {
      id: "keyId",
      label: "Key ID",
      help: "The ID of the imported signing key. The legacy secret has none.",
      where: "In Supabase: Project Settings > JWT Keys.",
      fromKid: true,
      advanced: true,
    },
    {
      id: "publishableKey",
      label: "Publishable key",
      help: "The project's publishable key, for the header apikey. It is no secret.",
      where: "In Supabase: Project Settings > API Keys.",
    },
  ],
  header: { typ: "JWT", alg: "{alg}", kid: "{keyId}" },
  claims: { sub: "{userId}", aud: "authenticated", role: "{role}", iat: "{issued}", exp: "{expiry}" },
  lifetime: { default: 3600 },
  authorization: { scheme: "Bearer", headers: { apikey: "{publishableKey}" } },
  key: { madeBy: "user", where: "The signing key that you imported in Supabase, or the project's legacy JWT secret." },
  environments: [{ name: "default", url: "{{BASE_URL}}" }],
  samples: [{ name: "Rows", method: "GET", path: "/rest/v1/TABLE?select=id" }],
});
