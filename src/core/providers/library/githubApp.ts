import { withExtras } from "../extras.ts";

/**
 * Source: https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app,
 * which advises an `iat` 60 s back.
 */
export const githubApp = withExtras({
  id: "github-app",
  name: "GitHub App",
  documentation:
    "https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app",
  algs: ["RS256"],
  inputs: [
    {
      id: "clientId",
      label: "Client ID",
      help: "The app's client ID, or its app ID. It becomes the issuer (iss).",
      where: "On the app's settings page, under About.",
      required: true,
      example: "Iv23liABCDEF12345678",
      pattern: { source: "[A-Za-z0-9._-]+", hint: "a client ID is letters and digits, such as Iv23liABCDEF12345678" },
    },
  ],
  header: { alg: "{alg}", typ: "JWT" },
  claims: { iat: "{issued}", exp: "{expiry}", iss: "{clientId}" },
  generic: true,
  lifetime: { default: 540, max: 600 },
  backdate: 60,
  authorization: {
    scheme: "Bearer",
    headers: { Accept: "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28" },
  },
  key: { madeBy: "service", where: "GitHub lets you download it once, as a .pem file, on the app's settings page." },
  environments: [{ name: "production", url: "https://api.github.com" }],
  samples: [{ name: "The app", method: "GET", path: "/app" }],
});
