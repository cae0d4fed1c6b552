import { UserError } from "../errors.ts";

export function noRequestHere(markdown: boolean): UserError {
  return new UserError(
    "NO_REQUEST_HERE",
    markdown
      ? "There is no request at the cursor. Put the cursor in a request inside an http or rest code fence."
      : "There is no request at the cursor. Put the cursor in a request: on its request line, headers or body.",
  );
}

export function protocolUnsupported(protocol: string): UserError {
  return new UserError(
    "REQUEST_PROTOCOL_UNSUPPORTED",
    `${protocol} requests have no Authorization header. Copy the token and put it where the broker expects it.`,
  );
}
