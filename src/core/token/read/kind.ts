import { type Decoded, largestToken, signedPart } from "./decode.ts";
import { isNone } from "../rules/algorithm.ts";
import { partText } from "./base64url.ts";
import { type Appended, appendedTo, mostDisclosures } from "./sdJwt.ts";

/** What a token is by name, for people: "JSON Web Token", "Encrypted token (JWE)", "SD-JWT with 2 disclosures" … */
export function describeKind(compact: string, { kind, header, claims }: Decoded): string {
  const inner = saysNested(header["cty"]) ? ", another token inside" : "";
  if (kind === "JWE") return `Encrypted token (JWE)${inner}`;
  const [, payload = ""] = signedPart(compact).split(".", 2);
  const appended = appendedTo(compact);
  if (appended !== undefined) return describeSdJwt(appended);
  if (header["b64"] === false)
    return `Signed text (JWS) with an unencoded payload${payload === "" ? ", detached" : ""}`;
  if (payload === "") return "Signature (JWS) of a detached payload";
  if (claims === undefined) return `Signed text (JWS)${nestedIn(compact) === undefined ? "" : inner}`;
  return isNone(header["alg"]) ? "Unsigned JSON Web Token" : "JSON Web Token";
}

function describeSdJwt({ disclosures: { length }, keyBinding }: Appended): string {
  const count = length > mostDisclosures ? `more than ${mostDisclosures}` : length;
  const binding = keyBinding === undefined ? "" : ", bound to a key";
  return `SD-JWT with ${count} ${length === 1 ? "disclosure" : "disclosures"}${binding}`;
}

const saysNested = (cty: unknown) => typeof cty === "string" && /^(?:application\/)?(?:.*\+)?jwt$/i.test(cty);

/** The token that a signed one holds as its payload (RFC 7519 §5.2). */
export function nestedIn(compact: string): string | undefined {
  if (compact.length > largestToken) return undefined;
  const inner = partText(signedPart(compact).split(".", 2)[1] ?? "");
  return inner !== undefined && /^[\w-]{14,}(?:\.[\w-]*){2}(?:(?:\.[\w-]*){2})?$/.test(inner) ? inner : undefined;
}
