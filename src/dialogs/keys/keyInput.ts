import * as vscode from "vscode";
import { readKeyFile } from "../../services/smallFile.ts";
import { askText } from "../askText.ts";
import type { Place } from "../steps.ts";

export type Source = "file" | "clipboard" | "paste" | "generate";

/** What is asked for where a key is typed or pasted. */
export interface Pasted {
  readonly what: string;
  readonly prompt: string;
}

export interface KeyInput {
  readonly input: string | Uint8Array;
  readonly fileName?: string;
  readonly uri?: vscode.Uri;
}

/** The text or the bytes of a key from where the user has it. Throws CancellationError, and what reading the file throws. */
export async function keyInput(
  source: Exclude<Source, "generate">,
  { what, prompt }: Pasted,
  place: Place,
): Promise<KeyInput> {
  if (source === "clipboard") return { input: await vscode.env.clipboard.readText() };
  if (source === "paste") {
    const check = (text: string) => (text === "" ? `The ${what} is empty. Paste the whole ${what}.` : undefined);
    return { input: await askText({ prompt, password: true, exact: true, check }, place) };
  }
  const [uri] = (await vscode.window.showOpenDialog({ title: "Choose the Key File", openLabel: "Import Key" })) ?? [];
  if (uri === undefined) throw new vscode.CancellationError();
  return { ...(await readKeyFile(uri)), uri };
}
