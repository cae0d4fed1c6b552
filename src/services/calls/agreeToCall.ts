import { askPermission } from "../notify.ts";
import type { Question } from "../question.ts";

/** Asks a person, where it is a call by argument that changes something. Resolves to whether the person agrees. */
export async function agreeToCall({ message, detail, action }: Question): Promise<boolean> {
  const asks = "A task, keybinding or extension asks for it; VS Code does not say which.";
  return (await askPermission(message, [detail, asks].join("\n\n"), "Cancel", action)) === action;
}
