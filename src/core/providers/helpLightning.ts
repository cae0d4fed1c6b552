import { withExtras } from "./extras.ts";

/** Source: https://apidocs.helplightning.net/tutorials/partner-keys. The raw token is the whole Authorization value. */
export const helpLightning = withExtras({
  id: "help-lightning",
  name: "Help Lightning",
  ownCommand: true,
  documentation: "https://apidocs.helplightning.net/tutorials/partner-keys",
  algs: ["RS256"],
  inputs: [
    {
      id: "siteId",
      label: "Site ID",
      help: "The number of your Help Lightning site. It becomes the subject (sub), Partner:SITE_ID.",
      where: "In Help Lightning, as a site administrator: Administration > Workspace Settings.",
      required: true,
      example: "54344",
      pattern: { source: "[A-Za-z0-9_-]+", hint: "a site ID is a number such as 54344" },
    },
    {
      id: "apiKey",
      label: "API key",
      help: "Sent with each request as x-helplightning-api-key. It identifies your application and signs nothing.",
      where: "In Help Lightning: Administration > Workspace Settings > Developer.",
      pattern: { source: "[\\x21-\\x7e]+", hint: "an API key has no spaces" },
    },
  ],
  header: { alg: "{alg}", typ: "JWT" },
  claims: { iss: "Ghazal", sub: "Partner:{siteId}", aud: "Ghazal", exp: "{expiry}" },
  lifetime: { default: 60 },
  authorization: { headers: { "x-helplightning-api-key": "{apiKey}" } },
  key: {
    madeBy: "user",
    where: "The private half of your partner key.",
    bits: 4096,
    register: "Add this public key as a partner key in Help Lightning's developer settings.",
  },
  environments: [
    { name: "us", url: "https://api.helplightning.net" },
    { name: "eu1", url: "https://api.eu1.helplightning.net" },
  ],
  samples: [{ name: "Users", method: "GET", path: "/api/v1/users" }],
});
