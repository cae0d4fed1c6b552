import type { Services } from "../../services/services.ts";
import { askText } from "./askText.ts";
import { confirm } from "./askPick.ts";

/** Asks what to call a key, and before replacing one of that name. */
export async function askKeyName({ keys }: Services, suggestion: string): Promise<string> {
  const names = (await keys.list()).map(({ name }) => name);
  const name = await askText(
    {
      prompt: "A name for the key. Profiles refer to it.",
      value: suggestion,
      placeholder: "lirium-sandbox",
      check: (text) => {
        if (text.trim() === "") return "A key needs a name.";
        return text.length > 100 ? "The name is longer than 100 characters." : undefined;
      },
    },
    { title: "Import Key" },
  );
  if (names.includes(name)) {
    await confirm(`Replace the key "${name}"?`, "Profiles that use it will sign with the new key.", "Replace");
  }
  return name;
}
