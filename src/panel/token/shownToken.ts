import { pastedToken, pastedTokens } from "../../core/token/find/pastedToken.ts";
import type { KnownProfiles } from "../../core/token/origin/knownProfiles.ts";
import { identify } from "../../core/token/origin/origin.ts";
import { authorizationValue, curlCommand } from "../../core/token/mint/delivery.ts";
import { environmentOf } from "../../core/profile.ts";
import { custom } from "../../core/providers/custom.ts";
import type { Environment, Provider } from "../../core/providers/provider.ts";
import { environmentName, variableFor } from "../../core/variable.ts";
import type { Minted, TokenInHand } from "../../services/minting.ts";
import type { CopyForm, ShownToken } from "./protocol.ts";

/** A token that the panel shows, and what it takes to deliver it. */
export interface Shown {
  readonly token: ShownToken;
  readonly inHand: TokenInHand;
  /** Whose sample request it is shown in: for a token that nobody is known to take, Custom's. */
  readonly provider: Provider;
  readonly environment: Environment;
  /** The variable that it is assigned to. */
  readonly variable: string;
}

export const showMinted = (minted: Minted): Shown => {
  const { compact, provider, environment, profile } = minted;
  return {
    token: { compact, origin: "minted", provider: provider.name, ...(profile !== undefined && { profile }) },
    inHand: minted,
    provider,
    environment,
    variable: variableFor(provider.id),
  };
};

/** The first token in a pasted text. Throws what `decode` throws. */
export function showPasted(text: string, profiles: KnownProfiles): Shown {
  const tokens = pastedTokens(text);
  return showOneOf(tokens[0] ?? pastedToken(text), profiles, tokens.length);
}

/** A token from elsewhere, one of so many in a text: carried as its provider wants where it is recognised, else as a bearer token. Throws what `decode` throws. */
export function showOneOf(compact: string, profiles: KnownProfiles, among: number): Shown {
  const { provider, profile, delivery } = identify(compact, profiles);
  const names = {
    ...(provider !== undefined && { provider: provider.name }),
    ...(profile !== undefined && { profile: profile.name }),
  };
  return {
    token: { compact, origin: "pasted", ...names, ...(among > 1 && { amongOthers: among }) },
    inHand: {
      delivery,
      ...(provider !== undefined && { provider }),
      ...(profile !== undefined && { profile: profile.name }),
    },
    provider: provider ?? custom,
    environment: environmentOf(provider ?? custom, profile?.environment),
    variable: profile?.variable ?? variableFor(provider?.id ?? ""),
  };
}

/** The token as it is pasted elsewhere. */
export function copyText(form: CopyForm, shown: Shown): string {
  const { provider, environment, variable } = shown;
  const { delivery } = shown.inHand;
  const headers = { Authorization: authorizationValue(delivery), ...delivery.headers };
  switch (form) {
    case "token":
      return delivery.compact;
    case "header":
      return Object.entries(headers)
        .map(([name, value]) => `${name}: ${value}`)
        .join("\n");
    case "curl":
      return curlCommand(delivery, provider.samples[0], environment.url);
    case "env":
      return `${environmentName(variable)}=${delivery.compact}`;
  }
}
