import { describeDuration } from "../../core/duration.ts";
import type { MintOrder, Profile } from "../../core/profile.ts";
import { findProvider } from "../../core/providers/index.ts";

/** The longest text from outside that stands whole in a question, in characters. */
const LONGEST = 400;

type Content = MintOrder & Pick<Profile, "variable">;

/** What each member of a profile says, for a person who is to agree to it. One that profiles get later needs its words here. */
const words: { readonly [Member in keyof Required<Content>]: (content: Content) => readonly string[] } = {
  provider: ({ provider }) => [`Provider: ${shown(findProvider(provider)?.name ?? provider)}`],
  key: ({ key }) => [`Key: ${key === undefined ? "none, its tokens are unsigned" : shown(key)}`],
  environment: ({ environment }) => (environment === undefined ? [] : [`Environment: ${shown(environment)}`]),
  lifetime: ({ lifetime }) => (lifetime === undefined ? [] : [`Lifetime: ${describeDuration(lifetime)}`]),
  variable: ({ variable }) =>
    variable === undefined
      ? []
      : [`Variable: ${variable}, which other extensions and every program in new terminals can read`],
  values: ({ values }) => Object.entries(values).map(([id, value]) => `${shown(id)}: ${shown(String(value))}`),
};

/** All that a profile or order says, a line each. */
export const profileLines = (content: Content): string =>
  Object.values(words)
    .flatMap((say) => say(content))
    .join("\n");

/** A text from outside, with nothing in it that hides or turns round other text. */
export function shown(text: string): string {
  const plain = text
    .slice(0, LONGEST)
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
  return text.length > LONGEST ? `${plain}… (${text.length} characters in all)` : plain;
}
