import * as vscode from "vscode";
import type { Bytes } from "../../core/bytes.ts";
import { readPayloadFile } from "../../services/smallFile.ts";
import { askPick, type Choice } from "../askPick.ts";
import { askText } from "../askText.ts";
import type { Place } from "../steps.ts";

type Source = "file" | "clipboard" | "paste" | "empty";

const sources: readonly Choice<Source>[] = [
  { value: "file", label: "From a File…", iconPath: new vscode.ThemeIcon("file") },
  { value: "clipboard", label: "From the Clipboard", iconPath: new vscode.ThemeIcon("clippy") },
  { value: "paste", label: "Type or Paste It…", iconPath: new vscode.ThemeIcon("edit") },
  { value: "empty", label: "It Is Empty", iconPath: new vscode.ThemeIcon("circle-slash") },
];

/**
 * Asks for the payload of a token that carries none (RFC 7515 §F); undefined where it is empty.
 * Throws CancellationError, and what reading the file throws.
 */
export async function askPayload(place: Place): Promise<Bytes | undefined> {
  const source = await askPick(sources, "This token does not carry its payload. Where is it?", place);
  switch (source) {
    case "file":
      return payloadOfFile();
    case "clipboard":
      return new TextEncoder().encode(await vscode.env.clipboard.readText());
    case "paste": {
      const prompt = "The payload exactly as it was signed. For one of several lines, choose a file or the clipboard.";
      return new TextEncoder().encode(await askText({ prompt, exact: true, check: () => undefined }, place));
    }
    case "empty":
      return undefined;
  }
}

async function payloadOfFile(): Promise<Bytes> {
  const options = { title: "Choose the File That Was Signed", openLabel: "Verify" };
  const [uri] = (await vscode.window.showOpenDialog(options)) ?? [];
  if (uri === undefined) throw new vscode.CancellationError();
  return readPayloadFile(uri);
}
