import { withExtras } from "../extras.ts";

/** Source: https://docs.ghost.org/admin-api/#token-authentication. A key is "id:secret"; the secret is read as hexadecimal. */
export const ghostAdmin = withExtras({
  id: "ghost-admin",
  name: "Ghost Admin API",
  documentation: "https://docs.ghost.org/admin-api/#token-authentication",
  algs: ["HS256"],
  inputs: [
    {
      id: "keyId",
      label: "Key ID",
      help: "The part of the Admin API key in front of the colon.",
      where: "In Ghost: Settings > Integrations, the custom integration.",
      required: true,
      fromKid: true,
      example: "6489d1b2c3a4e5f60718293a",
      pattern: { source: "[0-9a-f]{24}", hint: "a key ID is 24 hexadecimal digits, the part in front of the colon" },
    },
  ],
  header: { alg: "{alg}", typ: "JWT", kid: "{keyId}" },
  claims: { iat: "{issued}", exp: "{expiry}", aud: "/admin/" },
  lifetime: { default: 300, max: 300 },
  authorization: { scheme: "Ghost", headers: { "Accept-Version": "v6.0" } },
  key: { madeBy: "service", where: "The Admin API key, id and secret with a colon between them." },
  environments: [{ name: "default", url: "{{BASE_URL}}" }],
  samples: [{ name: "Site", method: "GET", path: "/ghost/api/admin/site/" }],
});
