import { userError, type UserError } from "../../errors.ts";
import { isJsonObject, jsonIn } from "../../json.ts";
import { jwksIn } from "../../keys/jwk/jwkSet.ts";

/** A URL that a person typed, fit to get keys from. */
export interface KeyUrl {
  readonly url: URL;
  /** What the person should agree to before it is opened; undefined where it is an ordinary https URL. */
  readonly doubt?: UserError;
}

/** Checks a URL before anything is requested: https, or http to this machine. Throws JWKS_URL, JWKS_SCHEME, JWKS_NOT_HTTPS. */
export function checkKeyUrl(text: string): KeyUrl {
  const url = parsed(text.trim());
  if (url === undefined || url.username !== "" || url.password !== "") throw urlInvalid();
  const host = url.hostname.toLowerCase();
  if (url.protocol !== "https:" && url.protocol !== "http:") throw schemeRefused();
  const isLocal = isLoopback(host);
  if (url.protocol === "http:" && !isLocal) throw notHttps();
  if (isLocal) return { url, doubt: loopback(url.host) };
  if (isPrivateHost(host)) return { url, doubt: privateAddress(url.host) };
  return host.split(".").some((label) => label.startsWith("xn--")) ? { url, doubt: unusualHost(url.host) } : { url };
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** Hosts that never leave this machine (RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5.3). */
export const isLoopback = (host: string): boolean =>
  host === "[::1]" || /(?:^|\.)localhost\.?$/.test(host) || /^127(?:\.\d{1,3}){3}$/.test(host);

/** Addresses of a local network, of the host's own services or of no host at all (RFC 6890), or that hide one (RFC 6052). */
const isPrivateHost = (host: string): boolean =>
  /^(?:0|10|192\.0\.0|198\.1[89]|2[2-5]\d|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(
    host,
  ) ||
  /^\[(?:::|f[cdf]|fe[89a-f]|64:ff9b:|2002:)/.test(host) ||
  /\.(?:local|internal|home\.arpa)\.?$/.test(host) ||
  !/[.:]/.test(host);

/** What an address answered with: a set of keys, or the discovery document that names where one is. */
export type KeyAnswer = { readonly keys: string } | { readonly next: string };

/**
 * Reads a JWK Set (RFC 7517 §5) or an OpenID discovery document, whose issuer must be the one that was asked
 * (OpenID Connect Discovery 1.0 §4.3). Throws JWKS_NOT_JSON, JWKS_SHAPE, ISSUER_MISMATCH.
 */
export function readKeyAnswer(body: string, url: URL, issuer?: string): KeyAnswer {
  const json = jsonIn(body);
  if (json === undefined) throw notJson(/^\s*</.test(body));
  if (!isJsonObject(json)) throw notAKeySet();
  if (Array.isArray(json["keys"]) || json["kty"] !== undefined) return { keys: body };
  const { issuer: own, jwks_uri: next } = json;
  if (typeof own !== "string" || typeof next !== "string") throw notAKeySet();
  const asked = url.href.replace(/\/\.well-known\/.*$/, "");
  if (!isSameIssuer(own, asked) || (issuer !== undefined && !isSameIssuer(own, issuer))) throw issuerMismatch();
  return { next };
}

const isSameIssuer = (one: string, other: string) => one.replace(/\/$/, "") === other.replace(/\/$/, "");

/**
 * Where the keys are that a text does not hold itself: it is a URL, or an OpenID configuration, whose issuer must be the
 * token's. Undefined for any other text. Throws ISSUER_MISMATCH.
 */
export function keysElsewhere(text: string, issuer?: string): string | undefined {
  const trimmed = text.trim();
  if (/^https?:\/\/\S+$/i.test(trimmed)) return trimmed;
  const json = trimmed.startsWith("{") ? jsonIn(trimmed) : undefined;
  if (!isJsonObject(json) || jwksIn(json).length > 0) return undefined;
  const { issuer: own, jwks_uri: url } = json;
  if (typeof url !== "string") return undefined;
  if (issuer !== undefined && typeof own === "string" && !isSameIssuer(own, issuer)) throw otherIssuer();
  return url;
}

/** Whether a set gives away private keys or secrets to everyone who asks. */
export function exposesPrivateKeys(keys: string): boolean {
  const json = jsonIn(keys);
  const jwks = json === undefined ? [] : jwksIn(json);
  return jwks.some((jwk) => ["d", "k", "priv"].some((member) => Object.hasOwn(jwk, member)));
}

const urlInvalid = () =>
  userError(
    "JWKS_URL",
    "This URL cannot be used to fetch keys.",
    "Type one such as https://example.com/.well-known/jwks.json.",
  );

const schemeRefused = () =>
  userError("JWKS_SCHEME", "Keys are fetched over https only.", "Type a URL that begins with https://.");

const notHttps = () =>
  userError(
    "JWKS_NOT_HTTPS",
    "Over plain http anyone on the network could supply keys of their own, so https is needed.",
    "Type the URL with https://.",
  );

const loopback = (host: string) =>
  userError(
    "JWKS_LOOPBACK",
    `${host} is this machine itself, which makes sense only for development.`,
    "Go on if you mean that.",
  );

const privateAddress = (host: string) =>
  userError(
    "JWKS_PRIVATE_ADDRESS",
    `${host} is a private address, inside your network.`,
    "Confirm that you mean to ask it for keys.",
  );

const unusualHost = (host: string) =>
  userError(
    "JWKS_HOST_UNUSUAL",
    `The host name contains letters from another script. Its real name is ${host}.`,
    "Confirm that you mean this host.",
  );

const notJson = (html: boolean) =>
  userError(
    "JWKS_NOT_JSON",
    html ? "The answer is HTML (a login page or a proxy?), not JSON." : "The answer is not JSON.",
    html
      ? "Type the URL of the keys themselves, or end it with /.well-known/openid-configuration."
      : "Type the URL of a JWK Set or of an OpenID configuration.",
  );

const notAKeySet = () =>
  userError(
    "JWKS_SHAPE",
    "The answer is neither a JWK Set nor an OpenID configuration.",
    "Type the URL of one of them.",
  );

const otherIssuer = () =>
  userError(
    "ISSUER_MISMATCH",
    "This is the configuration of another issuer than the one in the token (iss).",
    "Take that of the token's own issuer.",
  );

const issuerMismatch = () =>
  userError(
    "ISSUER_MISMATCH",
    "The issuer in the discovery document differs from the one that was asked.",
    "Type the URL of the token's own issuer.",
  );
