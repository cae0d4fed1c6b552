import type * as vscode from "vscode";
import { algorithms, type Alg } from "../../core/algorithms.ts";
import type { Key } from "../../core/keys/key.ts";
import { askModal } from "../../services/notify.ts";
import { visible } from "../../core/visible.ts";
import type { Services } from "../../services/services.ts";
import type { Place } from "../steps.ts";
import { keyInput, type KeyInput, type Pasted, type Source } from "./keyInput.ts";
import { askAndRead } from "./askAndRead.ts";

/** A key that was read or made and is not stored yet. */
export interface NewKey {
  readonly key: Key;
  readonly suggestedName: string;
  readonly generated?: boolean;
  /** The file it was read from. */
  readonly file?: vscode.Uri;
}

/** Where a key comes from, and what it is to sign with where that is known. */
interface KeySource {
  readonly source: Exclude<Source, "generate">;
  readonly alg?: Alg | undefined;
}

/** Reads a key from its source, asking for what it lacks and for a weak one to be confirmed. Throws UserError, CancellationError. */
export async function readNewKey({ keyTools }: Services, { source, alg }: KeySource, place: Place): Promise<NewKey> {
  return readKeyInput({ keyTools }, await keyInput(source, pasted(alg), place), { alg, place });
}

/** The same for a key that is at hand. */
export async function readKeyInput(
  { keyTools }: Pick<Services, "keyTools">,
  { input, fileName, uri }: KeyInput,
  { alg, place }: { readonly alg: Alg | undefined; readonly place: Place },
): Promise<NewKey> {
  const options = { ...(alg === undefined ? {} : { alg }), ...(fileName === undefined ? {} : { fileName }) };
  const tools = await keyTools();
  const { key, warnings } = await askAndRead({ tools, input, place }, options);
  if (warnings.length > 0) {
    const what = key.kty === "oct" ? "secret" : "key";
    await askModal(`Use this ${what}?`, warnings.map(({ message }) => message).join("\n\n"), "Use Anyway");
  }
  const suggestedName = visible(fileName?.replace(/\.[^.]*$/, "") ?? "");
  return { key, suggestedName, ...(uri === undefined ? {} : { file: uri }) };
}

function pasted(alg: Alg | undefined): Pasted {
  if (alg === undefined) return { what: "text", prompt: "The private key in PEM or JWK form, or the shared secret." };
  return algorithms[alg].kty === "oct"
    ? { what: "secret", prompt: "The shared secret, as the service gave it to you." }
    : { what: "key", prompt: "The private key, from its BEGIN line to its END line, or as a JWK." };
}
