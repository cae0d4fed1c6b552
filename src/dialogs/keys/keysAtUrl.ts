import type { Code } from "../../core/codes.ts";
import { UserError } from "../../core/errors.ts";
import { checkKeyUrl, keysElsewhere } from "../../core/token/verify/keyUrl.ts";
import type { Inspecting } from "../../services/inspecting.ts";
import type { KeySet } from "../../services/keysFromUrl.ts";
import { askModal } from "../../services/notify.ts";
import { askText } from "../askText.ts";
import type { Place } from "../steps.ts";

/** Addresses that are opened only when a person has read what is unusual about them. */
const questions: ReadonlySet<Code> = new Set<Code>(["JWKS_PRIVATE_ADDRESS", "JWKS_LOOPBACK", "JWKS_HOST_UNUSUAL"]);

/** What gets keys, and the `iss` of the token that they are for, where it has one. */
export interface KeysQuestion {
  readonly inspecting: Inspecting;
  readonly issuer: string | undefined;
}

const checkUrl = (text: string) =>
  URL.canParse(text.trim()) ? undefined : "Type a complete URL that begins with https://.";

/**
 * Asks for a URL and gets the keys from it. It is never suggested: who forged a token chose the addresses in it.
 * Throws CancellationError, and what `keysFromUrl` throws.
 */
export async function askKeysAtUrl({ inspecting, issuer }: KeysQuestion, place: Place): Promise<string> {
  const prompt = "The URL of a JWK Set, or of an OpenID Connect issuer. Type the one that the service gave you.";
  const typed = await askText({ prompt, placeholder: "https://…", check: checkUrl }, place);
  return keysAt({ inspecting, issuer }, typed);
}

/**
 * Gets the keys that a given text only points to, once a person agrees to open that address. Undefined for a text that holds
 * keys or a secret itself. Throws as `askKeysAtUrl` does, and ISSUER_MISMATCH.
 */
export async function askKeysElsewhere(question: KeysQuestion, given: string): Promise<string | undefined> {
  const address = keysElsewhere(given, question.issuer);
  if (address === undefined) return undefined;
  const { url } = checkKeyUrl(address);
  const detail = `${url.href} is asked for keys. The token is not sent.`;
  await askModal(`Get the keys from ${url.host}?`, detail, "Get Keys");
  return keysAt(question, url.href);
}

async function keysAt(question: KeysQuestion, address: string): Promise<string> {
  const { text, warnings } = await getKeys(question, address);
  for (const warning of warnings) await askModal("Use these keys?", warning, "Use Anyway");
  return text;
}

async function getKeys({ inspecting, issuer }: KeysQuestion, typed: string): Promise<KeySet> {
  const request = issuer === undefined ? {} : { issuer };
  try {
    return await inspecting.keysFromUrl(typed, request);
  } catch (error) {
    if (!(error instanceof UserError) || !questions.has(error.code)) throw error;
    await askModal("Open this address?", error.message, "Open");
    return inspecting.keysFromUrl(typed, { ...request, confirmed: true });
  }
}
