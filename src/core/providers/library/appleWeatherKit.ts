import { withExtras } from "../extras.ts";
import { appleInputs, appleKey } from "./apple.ts";

/** Source: https://developer.apple.com/documentation/weatherkitrestapi/request-authentication-for-weatherkit-rest-api. */
export const appleWeatherKit = withExtras({
  id: "apple-weatherkit",
  name: "Apple WeatherKit",
  documentation:
    "https://developer.apple.com/documentation/weatherkitrestapi/request-authentication-for-weatherkit-rest-api",
  algs: ["ES256"],
  inputs: [
    ...appleInputs,
    {
      id: "serviceId",
      label: "Services ID",
      help: "The registered Services ID. It becomes the subject (sub), and id in the header together with the team ID.",
      where: "On developer.apple.com, under Identifiers. The ID of an app will not do.",
      required: true,
      example: "com.example.weatherkit-client",
    },
  ],
  header: { alg: "{alg}", kid: "{keyId}", id: "{teamId}.{serviceId}" },
  claims: { iss: "{teamId}", iat: "{issued}", exp: "{expiry}", sub: "{serviceId}" },
  lifetime: { default: 3600 },
  authorization: { scheme: "Bearer" },
  key: appleKey("WeatherKit"),
  environments: [{ name: "production", url: "https://weatherkit.apple.com" }],
  samples: [{ name: "Availability", method: "GET", path: "/api/v1/availability/37.323/-122.032?country=US" }],
});
