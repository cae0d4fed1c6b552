import { usersOf } from "../../core/profile.ts";
import { quoted } from "../../core/visible.ts";
import type { Question } from "../question.ts";
import type { Services } from "../services.ts";

export const keyReplacement = (name: string): Question => ({
  message: `Replace the key ${quoted(name)}?`,
  detail: "Profiles that use it will sign with the new key.",
  action: "Replace",
});

export const keyRenaming = (from: string, to: string): Question => ({
  message: `Rename the key ${quoted(from)} to ${quoted(to)}?`,
  detail: "The profiles that use it follow.",
  action: "Rename",
});

/** For a key that is lost: to forget its name. */
export async function keyDeletion(
  { keys, profiles }: Pick<Services, "keys" | "profiles">,
  name: string,
): Promise<Question> {
  const users = usersOf(name, profiles.list());
  const use =
    users.length === 0
      ? "No profile uses it."
      : `These profiles sign with it: ${users.map((user) => quoted(user)).join(", ")}.`;
  if ((await keys.lost()).some((lost) => lost.name === name)) {
    const detail = `It is no longer on this machine. ${use}`;
    return { message: `Forget the key ${quoted(name)}?`, detail, action: "Forget" };
  }
  const detail = `${use} This cannot be undone.`;
  return { message: `Delete the key ${quoted(name)} from this machine?`, detail, action: "Delete" };
}
