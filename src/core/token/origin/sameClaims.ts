import { exactText } from "../../exactJson.ts";
import { canonicalJson, jsonIn } from "../../json.ts";
import type { MintOrder } from "../../profile.ts";
import { findProvider } from "../../providers/index.ts";
import type { InputValues, Provider } from "../../providers/provider.ts";
import { inputText } from "../../providers/template.ts";
import { fillParts } from "../mint/craft.ts";
import { isPerToken } from "./recognize.ts";

/**
 * What is the same for two orders that have one key sign the same claims for one provider, apart from times and IDs: however
 * their values are written, and whatever their lifetime and environment. Undefined where an order gives no token.
 */
export function signedClaims({ provider: id, key, values }: MintOrder): string | undefined {
  const provider = findProvider(id);
  const claims = provider && sameClaims(provider, values);
  return claims === undefined ? undefined : JSON.stringify([id, key ?? null, claims]);
}

function sameClaims(provider: Provider, values: InputValues): string | undefined {
  const filled = provider.inputs.flatMap((input): [string, string][] => {
    // What placeholders in JSON give differs from token to token, and their text does not.
    if (input.fillsJson === true) return [];
    const text = inputText(values, input.id) ?? input.default;
    return text === undefined ? [] : [[input.id, text]];
  });
  try {
    const order = { provider, values: Object.fromEntries(filled), now: 0, random: () => "" };
    const { claims } = fillParts(order, "none", order.values);
    const lasting = exactText({ members: claims.members.filter(([claim]) => !isPerToken(claim)) });
    // As most services read them: 1 and 1.0 say the same.
    return canonicalJson(jsonIn(lasting));
  } catch {
    // Values that cannot be read make no token.
    return undefined;
  }
}
