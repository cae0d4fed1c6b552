import * as vscode from "vscode";
import { algorithms, type Alg } from "../../core/algorithms.ts";
import type { Key } from "../../core/keys/key.ts";
import type { KeyTools } from "../../services/keyTools.ts";
import { showFailure } from "../../services/notify.ts";
import type { Services } from "../../services/services.ts";
import { readKeyFile } from "../keyFile.ts";
import { confirm } from "./askPick.ts";
import { askText } from "./askText.ts";
import { generateShowing } from "./generating.ts";
import { readAsking } from "./readAsking.ts";
import { Back, type Place } from "./steps.ts";

export type Source = "file" | "clipboard" | "paste" | "generate";

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
export async function tryNewKey(
  { keyTools }: Services,
  source: Source,
  question: KeyQuestion,
  place: Place,
): Promise<NewKey | undefined> {
  try {
    const tools = await keyTools();
    if (source !== "generate") return await readFrom(tools, source, question.alg, place);
    const key = await generateShowing(tools, question.alg ?? "RS256", question.bits);
    return { key, suggestedName: "", generated: true };
  } catch (error) {
    // Leaving the file dialog or cancelling the generation leads back to the choice of sources, not out of the series.
    const leaves = error instanceof vscode.CancellationError && source !== "file" && source !== "generate";
    if (leaves) throw error;
    if (!(error instanceof Back)) showFailure(error);
    return undefined;
  }
}

async function readFrom(tools: KeyTools, source: Source, alg: Alg | undefined, place: Place): Promise<NewKey> {
  const { input, fileName } = await inputFrom(source, pasted(alg), place);
  const options = { ...(alg === undefined ? {} : { alg }), ...(fileName === undefined ? {} : { fileName }) };
  const { key, warnings } = await readAsking({ tools, input, place }, options);
  if (warnings.length > 0) {
    const what = key.kty === "oct" ? "secret" : "key";
    await confirm(`Use this ${what}?`, warnings.map(({ message }) => message).join("\n\n"), "Use Anyway");
  }
  return { key, suggestedName: fileName?.replace(/\.[^.]*$/, "") ?? "" };
}

interface Pasted {
  readonly what: string;
  readonly prompt: string;
}

function pasted(alg: Alg | undefined): Pasted {
  if (alg === undefined) return { what: "text", prompt: "The private key in PEM or JWK form, or the shared secret." };
  return algorithms[alg].kty === "oct"
    ? { what: "secret", prompt: "The shared secret, as the service gave it to you." }
    : { what: "key", prompt: "The private key, from its BEGIN to its END line, or as a JWK." };
}

async function inputFrom(
  source: Source,
  { what, prompt }: Pasted,
  place: Place,
): Promise<{ input: string | Uint8Array; fileName?: string }> {
  if (source === "clipboard") return { input: await vscode.env.clipboard.readText() };
  if (source === "paste") {
    const check = (text: string) => (text === "" ? `The ${what} is empty. Paste the whole ${what}.` : undefined);
    return { input: await askText({ prompt, password: true, exact: true, check }, place) };
  }
  const [uri] = (await vscode.window.showOpenDialog({ title: "Choose the Key File", openLabel: "Import Key" })) ?? [];
  if (uri === undefined) throw new vscode.CancellationError();
  return readKeyFile(uri);
}
