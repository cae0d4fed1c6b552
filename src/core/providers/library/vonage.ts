import { withExtras } from "../extras.ts";
import { uuid } from "../patterns.ts";

/** Source: https://developer.vonage.com/en/getting-started/concepts/authentication and the package @vonage/jwt. */
export const vonage = withExtras({
  id: "vonage",
  name: "Vonage",
  documentation: "https://developer.vonage.com/en/getting-started/concepts/authentication",
  algs: ["RS256"],
  inputs: [
    {
      id: "applicationId",
      label: "Application ID",
      help: "The UUID of the application that the key belongs to.",
      where: "In Vonage's dashboard, under Applications.",
      required: true,
      ...uuid("an application ID", "aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab"),
    },
    { id: "subject", label: "Subject", help: "The user (sub) of a client SDK.", advanced: true },
    {
      id: "acl",
      label: "Access control list",
      help: 'What a client SDK may do (acl), as a JSON object such as {"paths": {"/*/users/**": {}}}.',
      kind: "json",
      advanced: true,
    },
  ],
  header: { alg: "{alg}", typ: "JWT" },
  claims: {
    sub: "{subject}",
    acl: "{acl:json}",
    jti: "{uuid}",
    iat: "{issued}",
    exp: "{expiry}",
    application_id: "{applicationId}",
  },
  lifetime: { default: 900 },
  authorization: { scheme: "Bearer" },
  key: {
    madeBy: "service",
    where: "The file private.key, which Vonage hands out when the application is made or its keys are renewed.",
  },
  environments: [{ name: "production", url: "https://api.nexmo.com" }],
  samples: [{ name: "Users", method: "GET", path: "/v0.3/users" }],
});
