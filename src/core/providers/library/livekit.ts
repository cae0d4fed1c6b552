import { withExtras } from "../extras.ts";

/** Source: https://docs.livekit.io/home/get-started/authentication and livekit-server-sdk, src/AccessToken.ts. */
export const livekit = withExtras({
  id: "livekit",
  name: "LiveKit",
  documentation: "https://docs.livekit.io/home/get-started/authentication/",
  algs: ["HS256"],
  inputs: [
    {
      id: "apiKey",
      label: "API key",
      help: "The API key that belongs to the secret. It becomes the issuer (iss).",
      where: "In LiveKit Cloud, under Settings > Keys.",
      required: true,
      example: "APIabc123",
    },
    {
      id: "video",
      label: "Grants",
      help: 'What the token allows (video), as a JSON object such as {"roomList": true}.',
      kind: "json",
      required: true,
      default: '{"roomList": true}',
    },
    { id: "identity", label: "Identity", help: "The participant (sub). A grant roomJoin needs one." },
    { id: "name", label: "Name", help: "The name that a participant is shown by.", advanced: true },
    { id: "metadata", label: "Metadata", help: "Any text about a participant.", advanced: true },
  ],
  header: { alg: "{alg}" },
  claims: {
    name: "{name}",
    metadata: "{metadata}",
    video: "{video:json}",
    iss: "{apiKey}",
    exp: "{expiry}",
    nbf: "{now}",
    sub: "{identity}",
  },
  lifetime: { default: 21_600 },
  authorization: { scheme: "Bearer" },
  key: { madeBy: "service", where: "The API secret, which is used as text." },
  environments: [{ name: "default", url: "{{BASE_URL}}" }],
  samples: [
    {
      name: "Rooms",
      method: "POST",
      path: "/twirp/livekit.RoomService/ListRooms",
      headers: { "Content-Type": "application/json" },
      body: "{}",
    },
  ],
});
