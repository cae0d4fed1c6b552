import { describeDuration } from "../../duration.ts";
import { maxLifetime } from "../mint/craft.ts";
import { valuesIn } from "../origin/valuesOf.ts";
import { exactParts } from "../read/decode.ts";
import { numericDate } from "../words/state.ts";
import type { Finding, Subject } from "./finding.ts";

/** Whether a token lives as long as its provider lets it, counted as services do, `exp − iat`. */
export function lifetimeFindings({ decoded, provider, now }: Subject): readonly Finding[] {
  const exp = numericDate(decoded.claims, "exp");
  if (provider === undefined || exp === undefined) return [];
  if (provider.lifetime === undefined) return [expUnwanted(provider.name)];
  const max = maxLifetime(provider, valuesIn(exactParts(decoded), provider));
  const iat = numericDate(decoded.claims, "iat") ?? numericDate(decoded.claims, "nbf");
  const lives = exp - (iat ?? now);
  if (lives <= max || lives > 1e11) return [];
  const sum = iat === undefined ? "from now" : `exp − iat = ${Math.round(lives)} s`;
  return [
    {
      code: "LIFETIME_TOO_LONG",
      severity: "error",
      message: `This token lives ${describeDuration(Math.ceil(lives))}, ${provider.name} allows ${describeDuration(max)} (${sum}).`,
      remedy: `Mint it with a lifetime of ${describeDuration(max)} at most.`,
    },
  ];
}

const expUnwanted = (name: string): Finding => ({
  code: "PROVIDER_EXP_UNWANTED",
  severity: "info",
  message: `${name}'s tokens have no exp, but this one does.`,
  remedy: "Mint it from the provider's form, which leaves exp out.",
});
