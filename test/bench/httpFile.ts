import { compactOf } from "../tokens.ts";

const signature = "A".repeat(86);

/** An expired token of the Partner API, the `count`th of its kind. */
export const benchToken = (count = 0) =>
  compactOf({ alg: "HS256", typ: "JWT" }, { clientId: "c", iat: count, exp: 900 + count }, signature);

/** 5,000 requests with a token each, 2 MB. */
export const largeHttpFile = () =>
  Array.from(
    { length: 5000 },
    (_, index) =>
      `###\nPOST https://api.example.com/${index}\nAuthorization: Bearer ${benchToken(index)}\n\n${"x".repeat(200)}\n`,
  ).join("\n");
