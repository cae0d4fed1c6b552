import { withExtras } from "../extras.ts";
import { appleInputs, appleKey } from "./apple.ts";

/**
 * Source: https://developer.apple.com/documentation/applemusicapi/generating-developer-tokens. Apple counts six months from
 * its own clock.
 */
export const appleMusic = withExtras({
  id: "apple-music",
  name: "Apple Music",
  documentation: "https://developer.apple.com/documentation/applemusicapi/generating-developer-tokens",
  algs: ["ES256"],
  inputs: [
    ...appleInputs,
    {
      id: "origin",
      label: "Origins",
      help: "The web origins that may use the token, one per line. Leave it empty for any.",
      kind: "lines",
      advanced: true,
    },
  ],
  header: { alg: "{alg}", kid: "{keyId}" },
  claims: { iss: "{teamId}", iat: "{issued}", exp: "{expiry}", origin: { $if: "origin", $then: "{origin:lines}" } },
  generic: true,
  lifetime: { default: 2_592_000, max: 15_777_000 },
  authorization: { scheme: "Bearer" },
  key: appleKey("MusicKit"),
  environments: [{ name: "production", url: "https://api.music.apple.com" }],
  samples: [{ name: "Song", method: "GET", path: "/v1/catalog/us/songs/203709340" }],
});
