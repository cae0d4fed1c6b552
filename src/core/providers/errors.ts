import { userError } from "../errors.ts";
import { quoted } from "../visible.ts";

export const inputMissing = (label: string, where: string | undefined) =>
  userError("INPUT_MISSING", `${label} is empty.`, where ?? "Fill it in.");

export const inputInvalid = (label: string, hint: string) =>
  userError("INPUT_INVALID", `${label} is not right: ${hint}.`, "Correct it and try again.");

export const providerUnknown = (id: string, known: readonly string[]) =>
  userError("PROVIDER_UNKNOWN", `There is no provider ${quoted(id)}.`, `Use one of ${known.join(", ")}.`);

export const lifetimeTooLong = (provider: string, seconds: number, max: string) =>
  userError("LIFETIME_TOO_LONG", `${provider} accepts a lifetime of ${max} at most, not ${seconds} s.`, "Shorten it.");

export const lifetimeInvalid = () =>
  userError("LIFETIME_INVALID", "The lifetime is not a whole number of seconds above 0.", "Enter one such as 900.");

export const lifetimeBeyondCalendar = () =>
  userError(
    "LIFETIME_BEYOND_CALENDAR",
    "With that lifetime the token would expire after the year 9999.",
    "Give one of minutes or hours, in seconds.",
  );

export const lifetimeUnwanted = (provider: string) =>
  userError("LIFETIME_UNWANTED", `${provider} tokens have no expiry (exp).`, "Leave the lifetime out.");

export const algNotAllowed = (provider: string, alg: string, allowed: readonly string[]) =>
  userError("ALG_NOT_ALLOWED", `${provider} does not accept ${alg}.`, `Use ${allowed.join(", ")}.`);

export const environmentUnknown = (provider: string, environment: string, known: readonly string[]) =>
  userError(
    "ENVIRONMENT_UNKNOWN",
    `${provider} has no environment ${quoted(environment)}.`,
    `Use ${known.join(", ")} or a base URL such as https://api.example.com.`,
  );
