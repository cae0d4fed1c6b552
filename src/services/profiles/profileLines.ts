import { describeDuration } from "../../core/duration.ts";
import type { MintOrder, Profile } from "../../core/profile.ts";
import { findProvider } from "../../core/providers/index.ts";
import { shown } from "../../core/visible.ts";

/** The longest text from outside that stands whole in a question, in characters. */
const LONGEST = 400;

type Content = MintOrder & Pick<Profile, "variable">;

/** What each member of a profile says, for a person who is to agree to it. One that profiles get later needs its words here. */
const words: { readonly [Member in keyof Required<Content>]: (content: Content) => readonly string[] } = {
  provider: ({ provider }) => [`Provider: ${said(findProvider(provider)?.name ?? provider)}`],
  key: ({ key }) => [`Key: ${key === undefined ? "none, its tokens are unsigned" : said(key)}`],
  environment: ({ environment }) => (environment === undefined ? [] : [`Environment: ${said(environment)}`]),
  lifetime: ({ lifetime }) => (lifetime === undefined ? [] : [`Lifetime: ${describeDuration(lifetime)}`]),
  variable: ({ variable }) =>
    variable === undefined
      ? []
      : [`Variable: ${variable}, which other extensions and every program in new terminals can read`],
  values: ({ values }) => Object.entries(values).map(([id, value]) => `${said(id)}: ${said(String(value))}`),
};

/** All that a profile or order says, a line each. */
export const profileLines = (content: Content): string =>
  Object.values(words)
    .flatMap((say) => say(content))
    .join("\n");

/** The start of a text from outside, and how long it is where that is not all. */
function said(text: string): string {
  const start = shown(text, LONGEST);
  return text.length > LONGEST ? `${start} (${text.length} characters in all)` : start;
}
