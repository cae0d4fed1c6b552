import { withExtras } from "./extras.ts";

/** Source: https://docs.happypathology.com, "Signing JWTs". The key ID is a claim; the JOSE header has no kid. */
export const happyPathology = withExtras({
  id: "happy-pathology",
  name: "Happy Pathology",
  ownCommand: true,
  documentation: "https://docs.happypathology.com/guides/getting-started",
  algs: ["RS256"],
  inputs: [
    {
      id: "organizationId",
      label: "Organization ID",
      help: "Identifies your organization. It becomes the token's issuer (iss).",
      where: "Happy Pathology sends it to you once it has your public key.",
      required: true,
    },
    {
      id: "keyId",
      label: "Key ID",
      help: "Identifies your key. It becomes the claim kid.",
      where: "Happy Pathology sends it to you together with the organization ID.",
      required: true,
    },
    {
      id: "userId",
      label: "User ID",
      help: "Any text that identifies a user. It becomes the subject (sub).",
      where: "You choose it yourself.",
      required: true,
    },
    {
      id: "audienceAsArray",
      label: "Audience as an array",
      help: "Write the audience (aud) as an array of one, as Happy Pathology's Go sample does.",
      kind: "flag",
      advanced: true,
    },
  ],
  header: { alg: "{alg}", typ: "JWT" },
  claims: {
    aud: { $if: "audienceAsArray", $then: ["api.happypathology.com"], $else: "api.happypathology.com" },
    exp: "{expiry}",
    iat: "{issued}",
    iss: "{organizationId}",
    jti: "{nanoseconds}",
    sub: "{userId}",
    kid: "{keyId}",
  },
  lifetime: { default: 3600, max: 3600 },
  authorization: { scheme: "Bearer" },
  key: {
    madeBy: "user",
    where: "The private key that you made for Happy Pathology (ssh-keygen -m PEM), dev or prod.",
    bits: 4096,
    register: "Send this public key to Happy Pathology; you get your organization ID and key ID back.",
  },
  environments: [{ name: "production", url: "https://api.happypathology.com" }],
  samples: [
    {
      name: "Create a source",
      method: "POST",
      path: "/v1/source",
      headers: { "Content-Type": "application/json" },
      body: '{"files":[{"content_type":"application/pdf","file_name":"cases.pdf"}]}',
    },
  ],
});
