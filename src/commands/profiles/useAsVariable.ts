import { profileOfWorkspace } from "../../services/profiles/errors.ts";
import { UserError } from "../../core/errors.ts";
import { quoted } from "../../core/visible.ts";
import { checkVariable, environmentName, variableFor } from "../../core/variable.ts";
import { showInformation } from "../../services/notify.ts";
import type { Services } from "../../services/services.ts";
import { optionalText, requiredText, type Command } from "../command.ts";
import { askSavedProfile } from "../../dialogs/profiles/askSavedProfile.ts";
import { askText } from "../../dialogs/askText.ts";

/** `{ profile, variable? }` → nothing. Without a variable, the profile is used as none any more. */
export const useAsVariable: Command = {
  call: async (services, argument) =>
    save(services, requiredText(argument, "profile"), optionalText(argument, "variable")),
  async ask(services, chosen): Promise<void> {
    const known = services.profiles.listOwn();
    const place = { title: "Use Profile as Variable" };
    const profile = await askSavedProfile(services, { ...place, chosen: chosen.profile });
    const variable = await askText(
      {
        prompt:
          "The variable's name; empty: none. httpYac, all other extensions and every program in new terminals can read its token.",
        value: profile.variable ?? variableFor(profile.provider),
        check: (text) => (text.trim() === "" ? undefined : complaint(() => checkVariable(text, profile.name, known))),
      },
      place,
    );
    await save(services, profile.name, variable === "" ? undefined : variable);
    void showInformation(
      variable === ""
        ? `The profile ${quoted(profile.name)} is no variable any more.`
        : `Write {{${variable}}} in httpYac, {{$processEnv ${environmentName(variable)}}} in REST Client and $${environmentName(variable)} in new terminals.`,
    );
  },
};

async function save({ profiles }: Services, name: string, variable: string | undefined): Promise<void> {
  if (profiles.isFromWorkspace(name)) throw profileOfWorkspace(name);
  const { variable: _replaced, ...profile } = profiles.get(name);
  if (variable === undefined) return profiles.save(profile);
  checkVariable(variable, name, profiles.list());
  return profiles.save({ ...profile, variable });
}

function complaint(check: () => void): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}
