import { MB } from "../core/bytes.ts";
import { userError, UserError } from "../core/errors.ts";
import { checkKeyUrl, exposesPrivateKeys, readKeyAnswer } from "../core/token/verify/keyUrl.ts";

/** In milliseconds, the answer's body included. */
const PATIENCE = 5000;
const LARGEST = MB;

/** Keys that an address handed out. */
export interface KeySet {
  /** A JWK Set or JWK as JSON text, to verify with. */
  readonly text: string;
  /** What a person should know of it. */
  readonly warnings: readonly string[];
}

interface KeyRequest {
  /** The person agreed to an address that is no ordinary https URL. Without it such a one throws the question's UserError. */
  readonly confirmed?: boolean;
  /** The `iss` of the token that is to be verified; an OpenID issuer must be the same. */
  readonly issuer?: string;
}

/**
 * Gets the keys of a JWKS or OpenID URL that a person typed, never one out of a token: https or loopback, no redirect, no
 * cookies, 5 s, 1 MB. Throws UserError: JWKS_PRIVATE_ADDRESS, JWKS_LOOPBACK and JWKS_HOST_UNUSUAL ask for `confirmed`.
 */
export async function keysFromUrl(typed: string, request: KeyRequest = {}): Promise<KeySet> {
  const { url, body } = await ask(typed, request);
  const answer = readKeyAnswer(body, url, request.issuer);
  const keys = "keys" in answer ? answer.keys : await keysOf(answer.next, url, request);
  const exposed = exposesPrivateKeys(keys);
  return {
    text: keys,
    warnings: exposed ? ["This public URL serves a private key or a secret. Tell who runs it."] : [],
  };
}

/** A discovery document leads to keys, and not to another one. Agreeing to its host is no agreement to others. */
async function keysOf(next: string, from: URL, { confirmed }: KeyRequest): Promise<string> {
  const { url, body } = await ask(next, { confirmed: confirmed === true && next.startsWith(`${from.origin}/`) });
  const answer = readKeyAnswer(body, url);
  if ("keys" in answer) return answer.keys;
  throw userError("JWKS_SHAPE", "The address of the keys returned another configuration.", "Type the URL of the keys.");
}

async function ask(typed: string, { confirmed }: KeyRequest): Promise<{ readonly url: URL; readonly body: string }> {
  const { url, doubt } = checkKeyUrl(typed);
  if (doubt !== undefined && confirmed !== true) throw doubt;
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    const response = await fetch(url, {
      headers: { accept: "application/json" },
      credentials: "omit",
      redirect: "manual",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      signal,
    });
    if (response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400))
      throw redirected(url.host);
    if (!response.ok) throw refused(response.status, url.host);
    return { url, body: await textOf(response) };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw signal.aborted ? timedOut(url.host) : unreachable(url.host);
  }
}

/** Reads no further than what is taken, whatever length the answer claims. */
async function textOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    length += part.value.length;
    if (length > LARGEST) {
      await reader?.cancel();
      throw tooLarge();
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

const redirected = (host: string) =>
  userError(
    "JWKS_REDIRECT",
    `${host} redirects to another address, which is not followed.`,
    "Type that address itself.",
  );

const refused = (status: number, host: string) =>
  userError("JWKS_HTTP_STATUS", `The answer was HTTP ${status} from ${host}.`, "Check the URL.");

const tooLarge = () =>
  userError("JWKS_TOO_LARGE", "The answer is over 1 MB, which is larger than any key set.", "Check the URL.");

const timedOut = (host: string) =>
  userError("JWKS_TIMEOUT", `There was no answer in 5 s from ${host}.`, "Check the URL, or try again later.");

const unreachable = (host: string) =>
  userError(
    "NETWORK",
    `${host} cannot be reached: the host was not found, refused, or is not trusted.`,
    "Check the URL and the network; decoding still works.",
  );
