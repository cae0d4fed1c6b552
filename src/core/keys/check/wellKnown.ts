import type { Bytes } from "../../bytes.ts";
import { textOf } from "../read/inputText.ts";
import type { KeyWarning } from "./warnings.ts";

/** The warning for secrets that stand in tutorials, or that anyone tries first. */
export const wellKnownWarnings = (secret: Bytes): readonly KeyWarning[] =>
  wellKnownSecrets.has(textOf(secret).trim().toLowerCase()) ? [secretWellKnown()] : [];

/** In lower case. */
export const wellKnownSecrets: ReadonlySet<string> = new Set([
  "your-256-bit-secret", // jwt.io's samples, old and new
  "your-384-bit-secret",
  "your-512-bit-secret",
  "a-string-secret-at-least-256-bits-long",
  "a-valid-string-secret-that-is-at-least-384-bits-long",
  "a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long",
  "super-secret-jwt-token-with-at-least-32-characters-long", // Supabase's local stack
  "shhhhh", // the README of jsonwebtoken
  "keyboard cat", // the README of express-session
  "secret",
  "secretkey",
  "secret-key",
  "secret_key",
  "my-secret",
  "mysecret",
  "my-secret-key",
  "my_secret_key",
  "mysecretkey",
  "your-secret-key",
  "your_secret_key",
  "your_jwt_secret",
  "your-jwt-secret",
  "jwt_secret",
  "jwt-secret",
  "jwtsecret",
  "jwt_secret_key",
  "supersecret",
  "super-secret",
  "supersecretkey",
  "changeme",
  "change-me",
  "changeit",
  "password",
  "passw0rd",
  "test",
  "default",
  "admin",
  "qwerty",
  "123456",
  "1234567890",
]);

const secretWellKnown = (): KeyWarning => ({
  code: "SECRET_WELL_KNOWN",
  message:
    "This secret is a well-known example, so anyone can forge its tokens. Generate one, or go on only for a test system.",
});
