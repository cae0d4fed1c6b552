import { userError, type UserError } from "../errors.ts";
import { quoted } from "../visible.ts";

export function noRequestHere(markdown: boolean): UserError {
  return userError(
    "NO_REQUEST_HERE",
    "There is no request at the cursor.",
    markdown
      ? "Put the cursor in a request inside an http or rest code fence."
      : "Put the cursor in a request: on its request line, headers or body.",
  );
}

export function protocolUnsupported(protocol: string): UserError {
  return userError(
    "REQUEST_PROTOCOL_UNSUPPORTED",
    `${protocol} requests have no Authorization header.`,
    "Copy the token and put it where the broker expects it.",
  );
}

export const curlTooLong = () =>
  userError(
    "REQUEST_TOO_LONG",
    "The cURL command is longer than 1,000,000 characters, so JWT Mint does not read it.",
    'Put its data in a file, as in --data "@data.json".',
  );

/** `line` and `column` count from 1. */
export const environmentFileInvalid = (line: number, column: number) =>
  userError(
    "ENVIRONMENT_FILE_INVALID",
    `The environment file is not a JSON object of environments: line ${line} column ${column} is wrong.`,
    "Correct it; comments and trailing commas are not allowed.",
  );

export const environmentFileTooLong = () =>
  userError(
    "ENVIRONMENT_FILE_TOO_LONG",
    "The environment file is longer than 500,000 characters, so JWT Mint does not read it.",
    "Insert the token by hand, or move long values to another file.",
  );

export const environmentNotObject = (environment: string) =>
  userError(
    "ENVIRONMENT_FILE_INVALID",
    `The environment ${quoted(environment)} is not a JSON object.`,
    'Write it as {"name": "value"} and try again.',
  );

export const environmentFilePublic = () =>
  userError(
    "ENVIRONMENT_FILE_PUBLIC",
    "http-client.env.json is shared with others, and a token is private.",
    "Open http-client.private.env.json beside it and insert the token there.",
  );

export const noTokenHere = () =>
  userError(
    "NO_TOKEN_HERE",
    "There is no token to refresh at the cursor.",
    "Put the cursor in a request whose header or variable holds one.",
  );
