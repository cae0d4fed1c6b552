import type { Provider } from "../../core/providers/provider.ts";
import { profileNameInvalid } from "../../services/profiles/errors.ts";
import type { Services } from "../../services/services.ts";
import { askText } from "../askText.ts";
import { freeName } from "./freeName.ts";
import type { Place } from "../steps.ts";

interface ProfileToName {
  readonly provider: Provider;
  readonly environment: string;
  /** What was typed before. */
  readonly typed?: string | undefined;
}

/** Asks for the name of a new profile: one that no other has. */
export async function askProfileName(
  { profiles }: Pick<Services, "profiles">,
  { provider, environment, typed }: ProfileToName,
  place: Place,
): Promise<string> {
  const taken = new Set(profiles.list().map(({ name }) => name));
  const suggestion = freeName(environment === "default" ? provider.name : `${provider.name} ${environment}`, taken);
  const check = (text: string) => {
    if (text.trim() === "") return profileNameInvalid().message;
    return taken.has(text.trim()) ? "A profile with that name exists already. Choose another one." : undefined;
  };
  return askText({ prompt: "A name for this profile.", value: typed ?? suggestion, check }, place);
}
