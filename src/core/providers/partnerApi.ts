import { withExtras } from "./extras.ts";

/** Source: the Partner API's "Authentication" guide. Its host differs per partner, so the environment is a variable. */
export const partnerApi = withExtras({
  id: "partner-api",
  name: "Partner API",
  ownCommand: true,
  algs: ["HS256"],
  inputs: [
    {
      id: "clientId",
      label: "Client ID",
      help: "Your partner client identifier.",
      where: "It comes with your partner credentials.",
      required: true,
    },
  ],
  header: { alg: "{alg}", typ: "JWT" },
  claims: { clientId: "{clientId}", iat: "{issued}", exp: "{expiry}" },
  lifetime: { default: 900 },
  authorization: { scheme: "Bearer" },
  key: { madeBy: "service", where: "The secret key that comes with your partner credentials." },
  environments: [{ name: "default", url: "{{BASE_URL}}" }],
  samples: [{ name: "Portfolio", method: "GET", path: "/portfolio", headers: { "Content-Type": "application/json" } }],
});
