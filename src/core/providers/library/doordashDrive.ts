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
      where: "developer_id of the access key, in DoorDash's Developer Portal under Credentials.",
      required: true,
    },
    {
      id: "keyId",
      label: "Key ID",
      help: "The ID of the access key. It becomes the claim kid.",
      where: "key_id of the access key.",
      required: true,
      fromKid: true,
    },
  ],
  header: { alg: "{alg}", typ: "JWT", "dd-ver": "DD-JWT-V1" },
  claims: { aud: "doordash", iss: "{developerId}", kid: "{keyId}", exp: "{expiry}", iat: "{issued}" },
  lifetime: { default: 300, max: 1800 },
  authorization: { scheme: "Bearer" },
  key: { madeBy: "service", where: "signing_secret of the access key, which is base64url." },
  environments: [{ name: "production", url: "https://openapi.doordash.com" }],
  samples: [{ name: "Delivery", method: "GET", path: "/drive/v2/deliveries/ID" }],
});
