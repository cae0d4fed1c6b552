import * as vscode from "vscode";
import { quoted } from "../../core/visible.ts";
import { optionalChoice, requiredText, type Command } from "../command.ts";
import { showInformation } from "../../services/notify.ts";
import { askPick } from "../../dialogs/askPick.ts";
import { askStoredKey } from "../../dialogs/keys/askStoredKey.ts";

const formats = [
  { label: "PEM", description: "SubjectPublicKeyInfo, what most services ask for", value: "pem" },
  { label: "JWK", description: "RFC 7517", value: "jwk" },
  { label: "JWK Set", description: "RFC 7517 §5, to publish at a jwks_uri", value: "jwks" },
] as const;

/** `{ key, format }` → the text. */
export const exportPublicKey: Command = {
  async call({ keys, keyTools }, argument): Promise<string> {
    const key = await keys.get(requiredText(argument, "key"));
    return (await keyTools()).exportPublicKey(key, optionalChoice(argument, "format", ["pem", "jwk", "jwks"]) ?? "pem");
  },
  async ask(services, chosen): Promise<void> {
    const title = "Copy Public Key";
    const name = chosen.key ?? (await askStoredKey(services, title, ({ kty }) => kty !== "oct")).name;
    const format = await askPick(formats, "Which form?", { title });
    const { exportPublicKey: exportKey } = await services.keyTools();
    const text = await exportKey(await services.keys.get(name), format);
    await vscode.env.clipboard.writeText(text);
    void showInformation(`The public key of ${quoted(name)} is copied.`);
  },
};
