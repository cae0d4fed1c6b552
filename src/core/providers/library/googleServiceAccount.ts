import { withExtras } from "../extras.ts";

/**
 * A self-signed access token. Source: https://developers.google.com/identity/protocols/oauth2/service-account#jwt-auth and
 * google-auth-library-nodejs, src/auth/jwtaccess.ts, which writes `aud` or `scope` and never both.
 */
export const googleServiceAccount = withExtras({
  id: "google-service-account",
  name: "Google service account",
  documentation: "https://developers.google.com/identity/protocols/oauth2/service-account#jwt-auth",
  algs: ["RS256"],
  inputs: [
    {
      id: "email",
      label: "Service account",
      help: "The e-mail address of the service account. It becomes issuer and subject.",
      where: "In the key file, as client_email.",
      required: true,
      example: "robot@my-project.iam.gserviceaccount.com",
      pattern: {
        source: "[^\\s@]+@[^\\s@]+",
        hint: "it is an address such as robot@my-project.iam.gserviceaccount.com",
      },
    },
    {
      id: "keyId",
      label: "Key ID",
      help: "The ID of the key that signs.",
      where: "In the key file, as private_key_id.",
      required: true,
      fromKid: true,
    },
    {
      id: "scope",
      label: "Scopes",
      help: "What the token allows, one scope per line. Without any, it is for the audience.",
      kind: "lines",
    },
    {
      id: "audience",
      label: "Audience",
      help: "The API's origin with a slash at its end. Left out where there are scopes.",
      default: "https://pubsub.googleapis.com/",
      example: "https://pubsub.googleapis.com/",
      pattern: {
        source: "https://[^\\s/]+/\\S*",
        hint: "it is an https address with a slash behind the host, such as https://pubsub.googleapis.com/",
      },
    },
  ],
  header: { alg: "{alg}", typ: "JWT", kid: "{keyId}" },
  claims: {
    iss: "{email}",
    sub: "{email}",
    aud: { $if: "scope", $else: "{audience}" },
    scope: "{scope:words}",
    exp: "{expiry}",
    iat: "{issued}",
  },
  generic: true,
  lifetime: { default: 3600, max: 3600 },
  authorization: { scheme: "Bearer" },
  key: {
    madeBy: "service",
    where: "Google lets you download it once, as a JSON file, when you make a key for the account.",
  },
  environments: [{ name: "Pub/Sub", url: "https://pubsub.googleapis.com" }],
  samples: [{ name: "Topics", method: "GET", path: "/v1/projects/PROJECT/topics" }],
});
