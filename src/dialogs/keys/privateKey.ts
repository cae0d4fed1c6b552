import type * as vscode from "vscode";
import { quoted } from "../../core/visible.ts";
import type { Key } from "../../core/keys/key.ts";
import { askModal, showInformation } from "../../services/notify.ts";
import type { Services } from "../../services/services.ts";
import { askPick } from "../askPick.ts";
import { askText } from "../askText.ts";
import { askTarget, isInWorkspace, writeSecret } from "./saveFile.ts";

const title = "Save Private Key";

/** What is written, and into which file. */
interface SavedKey {
  readonly text: string;
  readonly fileName: string;
  readonly encrypted: boolean;
}

/** Asks how and where to save a private key or secret, and saves it. Throws CancellationError. */
export async function askPrivateKeyFile(services: Services, name: string): Promise<void> {
  const key = await services.keys.get(name);
  const saved = key.kty === "oct" ? await secretFile(services, name, key) : await keyFile(services, name, key);
  const target = await askPlace(saved.fileName);
  const guarded = await writeSecret(target, saved.text);
  const advice = guarded ? "Nobody else may read the file; delete it" : "Let nobody else read the file, and delete it";
  void showInformation(
    saved.encrypted
      ? `The private key ${quoted(name)} is saved, encrypted with your passphrase.`
      : `${quoted(name)} is saved unencrypted. ${advice} once you no longer need it.`,
  );
}

async function keyFile({ keyTools }: Services, name: string, key: Key): Promise<SavedKey> {
  const [encrypt, plain] = ["Encrypt with a Passphrase", "Save Unencrypted"];
  const detail =
    "Anyone who can read it can sign tokens in your name. A service that verifies your tokens needs only the public key.";
  const chosen = await askModal(`Save the private key ${quoted(name)} to a file?`, detail, encrypt, plain);
  const { exportPrivateKey } = await keyTools();
  const fileName = `${name}.pem`;
  if (chosen === encrypt) {
    const text = await exportPrivateKey(key, { passphrase: await askPassphrase() });
    return { text, fileName, encrypted: true };
  }
  await askModal(
    `Save ${quoted(name)} unencrypted?`,
    "No passphrase will protect the file: every program and backup that reads it has your key.",
    plain,
  );
  return { text: await exportPrivateKey(key, { plain: true }), fileName, encrypted: false };
}

/** Asks twice, since nobody could open a file whose passphrase was mistyped. */
async function askPassphrase(): Promise<string> {
  const box = { password: true, exact: true };
  const first = await askText(
    {
      ...box,
      prompt: "A passphrase for the file. It is not stored: without it, nobody can open the file.",
      check: (text) => (text === "" ? "Enter a passphrase: an empty one protects nothing." : undefined),
    },
    { title },
  );
  return askText(
    {
      ...box,
      prompt: "Enter the passphrase again.",
      check: (text) => (text === first ? undefined : "The passphrases differ. Type it again, or start over."),
    },
    { title },
  );
}

const secretForms = [
  { label: "Base64url", description: "the k of a JWK", value: "base64url" },
  { label: "Base64", value: "base64" },
  { label: "Hex", value: "hex" },
] as const;

/** A secret has no encrypted form that services read, so it is saved unencrypted. */
async function secretFile({ keyTools }: Services, name: string, key: Key): Promise<SavedKey> {
  await askModal(
    `Save the secret ${quoted(name)} to a file?`,
    "It is saved unencrypted: anyone who can read the file can sign and forge tokens.",
    "Save Unencrypted",
  );
  const form = await askPick(secretForms, "How should the secret be written?", { title });
  const { exportSecret } = await keyTools();
  return { text: exportSecret(key, form), fileName: `${name}.secret.txt`, encrypted: false };
}

/** A place for the file; one inside the workspace only on purpose. */
async function askPlace(fileName: string): Promise<vscode.Uri> {
  for (;;) {
    const target = await askTarget(title, fileName);
    if (!isInWorkspace(target)) return target;
    const [other, here] = ["Choose Another Folder", "Save Here Anyway"] as const;
    const detail = "It could be committed, synced or published with the project.";
    const message = "That folder is inside the workspace. Save the private key there?";
    if ((await askModal(message, detail, other, here)) === here) return target;
  }
}
