import { compactOf } from "./tokens.ts";

const get = "GET https://api.example.com/";

/** So many texts, each made of its index. */
export const many = (count: number, what: (index: number) => string, separator = "\n"): string =>
  Array.from({ length: count }, (_, index) => what(index)).join(separator);

/** An expired token of the Partner API, the `count`th of its kind. */
export const expiredToken = (count = 0): string =>
  compactOf({ alg: "HS256", typ: "JWT" }, { clientId: "c", iat: count, exp: 900 + count });

/** Requests with a token each, the `index`th with its number in its address. */
export const requests = (count: number): string =>
  many(count, (index) => `###\n${get}${index}\nAuthorization: Bearer ${expiredToken(index)}\n`);

/** Variables of which each has the value of the next and the last has a token, and a request with each of them. */
export function chain(count: number): string {
  const variables = many(count, (index) => `@v${index} = {{v${index + 1}}}`);
  const inRequests = many(count, (index) => `###\n${get}${index}\nAuthorization: Bearer {{v${index}}}\n`);
  return `${variables}\n@v${count} = ${expiredToken()}\n\n${inRequests}`;
}

/** Markdown in which each heading has a fence with a request and its token. */
export const fences = (count: number): string =>
  many(count, (index) => `# ${index}\n\n\`\`\`http\n${get}\nAuthorization: Bearer ${expiredToken(index)}\n\`\`\`\n`);

/** 5,000 requests with a token each, 2 MB. */
export const largeHttpFile = (): string =>
  many(
    5000,
    (index) =>
      `###\nPOST https://api.example.com/${index}\nAuthorization: Bearer ${expiredToken(index)}\n\n${"x".repeat(200)}\n`,
  );
