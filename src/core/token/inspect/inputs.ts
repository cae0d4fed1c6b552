import { isJsonObject } from "../../json.ts";
import type { Profile } from "../../profile.ts";
import type { Provider, Template } from "../../providers/provider.ts";
import { inputText } from "../../providers/template.ts";
import type { Finding } from "./finding.ts";

/** The input whose value stands in a member of a provider's tokens, with the profile's own value. */
export function fixFor(
  member: string,
  provider: Provider | undefined,
  profile: Profile | undefined,
): Pick<Finding, "fix"> {
  const templates = [provider?.claims, provider?.header].filter(isJsonObject).map((part) => part[member]);
  return provider === undefined
    ? {}
    : fixOf(
        templates.find((part) => part !== undefined),
        provider,
        profile,
      );
}

export function fixOf(
  template: Template | undefined,
  provider: Provider,
  profile: Profile | undefined,
): Pick<Finding, "fix"> {
  const input = namesIn(template ?? "").find((name) => provider.inputs.some(({ id }) => id === name));
  if (input === undefined) return {};
  const value = profile?.provider === provider.id ? inputText(profile.values, input) : undefined;
  return { fix: { input, ...(value !== undefined && { value }) } };
}

/** The placeholders of a template, by name. */
export const namesIn = (template: Template): readonly string[] =>
  [...JSON.stringify(template).matchAll(/\{([A-Za-z]\w*)(?::[a-z]+)?\}/g)].map((match) => match[1] ?? "");

/** What a form calls an input. */
export const labelOf = ({ inputs }: Provider, id: string): string =>
  inputs.find((input) => input.id === id)?.label ?? id;
