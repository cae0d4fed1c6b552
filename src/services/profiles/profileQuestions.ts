import type { Profile } from "../../core/profile.ts";
import { quoted } from "../../core/visible.ts";
import type { Question } from "../question.ts";
import { profileLines } from "./profileLines.ts";

/** What it will say stands in the question. */
export const profileReplacement = ({ name, ...content }: Profile): Question => ({
  message: `Replace the profile ${quoted(name)}?`,
  detail: `From then on it says:\n\n${profileLines(content)}`,
  action: "Replace",
});

/** For a new profile. */
export const variableUse = ({ name, ...content }: Profile): Question => ({
  message: `Save the profile ${quoted(name)} and keep its variable filled with a token?`,
  detail: profileLines(content),
  action: "Save",
});

export const profileRenaming = (from: string, to: string): Question => ({
  message: `Rename the profile ${quoted(from)} to ${quoted(to)}?`,
  detail: "Tasks, keybindings and extensions that name it find it no more.",
  action: "Rename",
});

export const profileDeletion = (name: string): Question => ({
  message: `Delete the profile ${quoted(name)}?`,
  detail: "Its key is not deleted.",
  action: "Delete",
});
