import { algorithms, isAlg } from "../algorithms.ts";
import { isJsonObject, jsonIn } from "../json.ts";
import { summarize, type Key } from "./key.ts";

/** The form of the entries; another one was written by another version of the extension. */
const VERSION = 1;

/** A key as the text of its entry in the secret storage, with its own summary. */
export const writeEntry = (name: string, key: Key): string =>
  JSON.stringify({ version: VERSION, summary: summarize(name, key), key });

/** The key in the text of an entry; undefined for a text that is damaged, or that is another's. */
export function readEntry(text: string): Key | undefined {
  const entry = jsonIn(text);
  if (!isJsonObject(entry) || (entry["version"] ?? VERSION) !== VERSION) return undefined;
  const key: unknown = entry["key"];
  return isKey(key) ? key : undefined;
}

function isKey(value: unknown): value is Key {
  if (!isJsonObject(value)) return false;
  const { kty, alg, thumbprint, bits, crv, kid, algs, material } = value;
  if (typeof alg !== "string" || !isAlg(alg) || algorithms[alg].kty !== kty) return false;
  if (typeof thumbprint !== "string") return false;
  if (bits !== undefined && typeof bits !== "number") return false;
  if (![crv, kid].every((text) => text === undefined || typeof text === "string")) return false;
  if (algs !== undefined && !(Array.isArray(algs) && algs.includes(alg))) return false;
  if (!isJsonObject(material) || typeof material["base64"] !== "string") return false;
  return material["base64"] !== "" && material["format"] === (kty === "oct" ? "raw" : "pkcs8");
}
