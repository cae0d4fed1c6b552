import type { Code } from "../../core/codes.ts";
import { UserError } from "../../core/errors.ts";
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
  const { text, warnings } = await getKeys(inspecting, typed, issuer);
  for (const warning of warnings) await askModal("Use these keys?", warning, "Use Anyway");
  return text;
}

async function getKeys(inspecting: Inspecting, typed: string, issuer: string | undefined): Promise<KeySet> {
  const request = issuer === undefined ? {} : { issuer };
  try {
    return await inspecting.keysFromUrl(typed, request);
  } catch (error) {
    if (!(error instanceof UserError) || !questions.has(error.code)) throw error;
    await askModal("Open this address?", error.message, "Open");
    return inspecting.keysFromUrl(typed, { ...request, confirmed: true });
  }
}
