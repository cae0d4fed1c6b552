import { withExtras } from "../extras.ts";
import { appleInputs, appleKey } from "./apple.ts";

/**
 * MapKit JS and the Maps Server API. Source: https://developer.apple.com/documentation/mapkitjs/creating-a-maps-token; the
 * page itself could not be read, its claims are known from libraries.
 */
export const appleMaps = withExtras({
  id: "apple-maps",
  name: "Apple Maps",
  documentation:
    "https://developer.apple.com/documentation/applemapsserverapi/creating-and-using-tokens-with-maps-server-api",
  algs: ["ES256"],
  inputs: [
    ...appleInputs,
    {
      id: "origin",
      label: "Origin",
      help: "The web origin that may use the token. Leave it empty for any.",
      example: "https://example.com",
      advanced: true,
    },
  ],
  header: { alg: "{alg}", kid: "{keyId}", typ: "JWT" },
  claims: { iss: "{teamId}", iat: "{issued}", exp: "{expiry}", origin: "{origin}" },
  generic: true,
  lifetime: { default: 1800 },
  authorization: { scheme: "Bearer" },
  key: appleKey("MapKit JS"),
  environments: [{ name: "production", url: "https://maps-api.apple.com" }],
  samples: [{ name: "Access token", method: "GET", path: "/v1/token" }],
});
