import { profileOfWorkspace } from "../../services/profiles/errors.ts";
import { refusalOf } from "../../core/errors.ts";
import { quoted } from "../../core/visible.ts";
import { checkVariable, environmentName, variableFor } from "../../core/variable.ts";
import { showInformation } from "../../services/notify.ts";
import type { Profile } from "../../core/profile.ts";
import type { CallServices } from "../../services/calls/callServices.ts";
import { optionalText, requiredText, type Command } from "../command.ts";
import { askSavedProfile } from "../../dialogs/profiles/askSavedProfile.ts";
import { askText } from "../../dialogs/askText.ts";

/** `{ profile, variable? }` → nothing. Without a variable, the profile is used as none any more. */
export const useAsVariable: Command = {
  async call({ profiles, changes }, argument): Promise<void> {
    const variable = optionalText(argument, "variable");
    await changes.saveProfile(withVariable(profiles, requiredText(argument, "profile"), variable));
  },
  async ask(services, chosen): Promise<void> {
    const known = services.profiles.listOwn();
    const place = { title: "Use Profile as Variable" };
    const profile = await askSavedProfile(services, { ...place, chosen: chosen.profile });
    const variable = await askText(
      {
        prompt:
          "Variable name (leave empty to turn it off). httpYac, other extensions and programs in new terminals can read the token.",
        value: profile.variable ?? variableFor(profile.provider),
        check: (text) =>
          text.trim() === "" ? undefined : refusalOf(() => checkVariable(text, profile.name, known))?.message,
      },
      place,
    );
    const { profiles } = services;
    await profiles.save(withVariable(profiles, profile.name, variable === "" ? undefined : variable));
    void showInformation(
      variable === ""
        ? `The profile ${quoted(profile.name)} is no longer used as a variable.`
        : `Write {{${variable}}} in httpYac, {{$processEnv ${environmentName(variable)}}} in REST Client and $${environmentName(variable)} in new terminals.`,
    );
  },
};

/** The profile as it is to be saved. Throws PROFILE_OF_WORKSPACE, PROFILE_MISSING, VARIABLE_NAME_INVALID or VARIABLE_TAKEN. */
function withVariable(profiles: CallServices["profiles"], name: string, variable: string | undefined): Profile {
  if (profiles.isFromWorkspace(name)) throw profileOfWorkspace(name);
  const { variable: _replaced, ...profile } = profiles.get(name);
  if (variable === undefined) return profile;
  checkVariable(variable, name, profiles.list());
  return { ...profile, variable };
}
