import { withExtras } from "../extras.ts";

/**
 * Source: https://developer.doordash.com/en-US/docs/drive/reference/JWTs and the package @doordash/sdk. The key ID is a claim, and
 * the secret is base64url.
 */
export const doordashDrive = withExtras({
  id: "doordash-drive",
  name: "DoorDash Drive",
  documentation: "https://developer.doordash.com/en-US/docs/drive/reference/JWTs",
  algs: ["HS256"],
  inputs: [
    {
      id: "developerId",
      label: "Developer ID",
      help: "Identifies you as a developer. It becomes the issuer (iss).",
      where: "In DoorDash's Developer Portal under Credentials, in the access key, as developer_id.",
      required: true,
    },
    {
      id: "keyId",
      label: "Key ID",
      help: "The ID of the access key. It becomes the claim kid.",
      where: "In the access key, as key_id.",
      required: true,
      fromKid: true,
    },
  ],
  header: { alg: "{alg}", typ: "JWT", "dd-ver": "DD-JWT-V1" },
  claims: { aud: "doordash", iss: "{developerId}", kid: "{keyId}", exp: "{expiry}", iat: "{issued}" },
  lifetime: { default: 300, max: 1800 },
  authorization: { scheme: "Bearer" },
  key: { madeBy: "service", where: "The access key in JSON, or its signing_secret, which is base64url." },
  environments: [{ name: "production", url: "https://openapi.doordash.com" }],
  samples: [{ name: "Delivery", method: "GET", path: "/drive/v2/deliveries/ID" }],
});
