import { isJsonObject, type Json, type JsonObject } from "../../json.ts";
import { readKid } from "../jwk/jwkMembers.ts";

/** A private key as text inside a vendor's JSON file. */
export interface VendorKey {
  readonly text: string;
  readonly kid?: string | undefined;
  readonly passphrase?: string | undefined;
}

/** The key inside a key file as vendors hand it out; undefined for any other JSON. Throws JWK_SHAPE, JWK_KID_TOO_LONG. */
export function vendorKey(json: Json): VendorKey | undefined {
  if (!isJsonObject(json) || json["kty"] !== undefined || json["keys"] !== undefined) return undefined;
  return googleKey(json) ?? boxKey(json) ?? coinbaseKey(json);
}

/** Google's service accounts. */
function googleKey({ private_key: text, private_key_id: kid }: JsonObject): VendorKey | undefined {
  return typeof text === "string" ? { text, kid: readKid(kid, "private_key_id") } : undefined;
}

/** Box's config.json: the key is encrypted, and its passphrase stands beside it unless a person took it out. */
function boxKey({ boxAppSettings }: JsonObject): VendorKey | undefined {
  const auth = isJsonObject(boxAppSettings) ? boxAppSettings["appAuth"] : undefined;
  if (!isJsonObject(auth) || typeof auth["privateKey"] !== "string") return undefined;
  const { privateKey: text, publicKeyID, passphrase } = auth;
  const given = typeof passphrase === "string" && passphrase !== "" ? passphrase : undefined;
  return { text, kid: readKid(publicKeyID, "publicKeyID"), passphrase: given };
}

/** Coinbase's cdp_api_key.json. Its older form names the key by a path, the newer one by an id. */
function coinbaseKey({ name, id, privateKey: text }: JsonObject): VendorKey | undefined {
  if (typeof text !== "string") return undefined;
  const path = typeof name === "string" && name.startsWith("organizations/") ? name : undefined;
  return { text, kid: readKid(path ?? [id, name].find((kid) => typeof kid === "string"), "id") };
}
