import { withExtras } from "./extras.ts";

/** Source: https://lirium.readme.io/docs/jwt-generation and /docs/setup. Tokens have no expiry there, so none is added. */
export const lirium = withExtras({
  id: "lirium",
  name: "Lirium",
  ownCommand: true,
  documentation: "https://lirium.readme.io/docs/jwt-generation",
  algs: ["RS512"],
  inputs: [
    {
      id: "apiKey",
      label: "API key",
      help: "The API key that Lirium gave you. It becomes the token's issuer (iss).",
      where: "Lirium sends it to you once it has your public key.",
      required: true,
      example: "9de362f4d69d484c9a1af12d610f1caa",
      pattern: { source: "\\S+", hint: "an API key has no spaces" },
    },
  ],
  header: { alg: "{alg}", typ: "JWT" },
  claims: { iss: "{apiKey}", iat: "{issued}" },
  authorization: { scheme: "Bearer" },
  key: {
    madeBy: "user",
    where: "The private key that you made while setting up Lirium (openssl genrsa, 4096 bits).",
    bits: 4096,
    register: "Send this public key to Lirium; you get your API key back.",
  },
  environments: [{ name: "sandbox", url: "https://api.lirium-sandbox.com" }],
  samples: [{ name: "Partner", method: "GET", path: "/v1/partner", headers: { "Content-Type": "application/json" } }],
});
