import * as vscode from "vscode";
import type { Alg } from "../../core/algorithms.ts";
import { generateKey } from "../../core/keys/generate.ts";
import type { Key } from "../../core/keys/key.ts";
import { readKey, type ReadOptions, type SecretEncoding } from "../../core/keys/read.ts";
import { showFailure } from "../../services/notify.ts";
import { readKeyFile } from "../keyFile.ts";
import { askPick, confirm, type Choice } from "./askPick.ts";
import { askText } from "./askText.ts";
import { Back, type Place } from "./steps.ts";

export type Source = "file" | "clipboard" | "secret" | "generate";

/** A key that was read or made and is not stored yet. */
export interface NewKey {
  readonly key: Key;
  readonly suggestedName: string;
  readonly generated?: boolean;
}

/** What the key is for. Bits: RSA modulus of a generated one. */
interface KeyQuestion {
  readonly alg?: Alg;
  readonly bits?: number | undefined;
}

/** The key from a source; undefined when the user came back from it or it was refused, which is shown. */
export async function tryNewKey(source: Source, question: KeyQuestion, place: Place): Promise<NewKey | undefined> {
  try {
    return source === "generate" ? await generate(question) : await readFrom(source, question.alg, place);
  } catch (error) {
    // Leaving the file dialog leads back to the choice of sources, not out of the whole series.
    const leaves = error instanceof vscode.CancellationError && source !== "file";
    if (leaves) throw error;
    if (!(error instanceof Back)) showFailure(error);
    return undefined;
  }
}

async function generate({ alg = "RS256", bits }: KeyQuestion): Promise<NewKey> {
  const title = `Generating a key for ${alg}…`;
  const key = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, async () =>
    generateKey(alg, bits === undefined ? {} : { bits }),
  );
  return { key, suggestedName: "", generated: true };
}

async function readFrom(source: Source, alg: Alg | undefined, place: Place): Promise<NewKey> {
  const { input, fileName } = await inputFrom(source, place);
  const options = { ...(alg === undefined ? {} : { alg }), ...(fileName === undefined ? {} : { fileName }) };
  let read = await readKey(input, options);
  if (read.warnings.some(({ code }) => code === "SECRET_ENCODING")) {
    read = await readKey(input, { ...options, encoding: await askEncoding(input, options, place) });
  }
  for (const { message } of read.warnings) await confirm("Use this key?", message, "Use Anyway");
  return { key: read.key, suggestedName: fileName?.replace(/\.[^.]*$/, "") ?? "" };
}

const checkSecret = (text: string) => (text === "" ? "The secret is empty. Paste the whole secret." : undefined);

async function inputFrom(source: Source, place: Place): Promise<{ input: string | Uint8Array; fileName?: string }> {
  if (source === "clipboard") return { input: await vscode.env.clipboard.readText() };
  if (source === "secret") {
    const prompt = "The shared secret, as the service gave it to you.";
    return { input: await askText({ prompt, password: true, check: checkSecret }, place) };
  }
  const [uri] = (await vscode.window.showOpenDialog({ title: "Choose the Key File", openLabel: "Import Key" })) ?? [];
  if (uri === undefined) throw new vscode.CancellationError();
  return readKeyFile(uri);
}

const encodings: readonly { readonly encoding: SecretEncoding; readonly label: string }[] = [
  { encoding: "text", label: "As It Is" },
  { encoding: "base64url", label: "Decoded from base64url" },
  { encoding: "base64", label: "Decoded from base64" },
  { encoding: "hex", label: "Decoded from Hex" },
];

/** Asks which bytes a secret stands for, among the readings that are possible. */
async function askEncoding(input: string | Uint8Array, options: ReadOptions, place: Place): Promise<SecretEncoding> {
  const readings = await Promise.all(
    encodings.map(async ({ encoding, label }): Promise<Choice<SecretEncoding>[]> => {
      const read = await readKey(input, { ...options, encoding }).catch(() => undefined);
      return read === undefined ? [] : [{ label, description: `${read.key.bits ?? 0} bits`, value: encoding }];
    }),
  );
  return askPick(readings.flat(), "Which bytes is the secret? Most services use it as it is.", place);
}
