import type { Input } from "./provider.ts";

/** What an input that takes a UUID is held to. `what` names it, with its article. */
export const uuid = (what: string, example: string): Required<Pick<Input, "example" | "pattern">> => ({
  example,
  pattern: {
    source: "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
    hint: `${what} is a UUID such as ${example}`,
  },
});
