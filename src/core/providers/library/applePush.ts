import { withExtras } from "../extras.ts";
import { appleInputs, appleKey } from "./apple.ts";

/**
 * APNs. Source: https://developer.apple.com/documentation/usernotifications/establishing-a-token-based-connection-to-apns.
 * A token is good for 60 minutes from its `iat`, and Apple asks not to make one more often than every 20.
 */
export const applePush = withExtras({
  id: "apple-push",
  name: "Apple Push Notification service",
  documentation:
    "https://developer.apple.com/documentation/usernotifications/establishing-a-token-based-connection-to-apns",
  algs: ["ES256"],
  inputs: [
    ...appleInputs,
    {
      id: "topic",
      label: "Topic",
      help: "The app's bundle ID, for the header apns-topic.",
      example: "com.example.app",
    },
  ],
  header: { alg: "{alg}", typ: "JWT", kid: "{keyId}" },
  claims: { iat: "{issued}", iss: "{teamId}" },
  generic: true,
  authorization: { scheme: "bearer", headers: { "apns-topic": "{topic}", "apns-push-type": "alert" } },
  key: appleKey("Apple Push Notifications service"),
  environments: [
    { name: "production", url: "https://api.push.apple.com" },
    { name: "sandbox", url: "https://api.sandbox.push.apple.com" },
  ],
  samples: [
    {
      name: "Notification (APNs speaks HTTP/2 only)",
      method: "POST",
      path: "/3/device/DEVICE_TOKEN",
      headers: { "Content-Type": "application/json" },
      body: '{"aps":{"alert":"Hello"}}',
    },
  ],
});
