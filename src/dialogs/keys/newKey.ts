import * as vscode from "vscode";
import type { Alg } from "../../core/algorithms.ts";
import type { Services } from "../../services/services.ts";
import { Back, type Place } from "../steps.ts";
import { generateShowing } from "./generating.ts";
import type { Source } from "./keyInput.ts";
import { type NewKey, readNewKey } from "./readNewKey.ts";
import { showFailure } from "../../services/notify.ts";

/** What the key is for. Bits: RSA modulus of a generated one. */
interface KeyQuestion {
  readonly alg?: Alg;
  readonly bits?: number | undefined;
}

/** The key from a source; undefined when the user came back from it or it was refused, which is shown. */
export async function tryNewKey(
  services: Services,
  source: Source,
  question: KeyQuestion,
  place: Place,
): Promise<NewKey | undefined> {
  try {
    if (source !== "generate") return await readNewKey(services, { source, alg: question.alg }, place);
    const key = await generateShowing(await services.keyTools(), question.alg ?? "RS256", question.bits);
    return { key, suggestedName: "", generated: true };
  } catch (error) {
    // Leaving the file dialog or cancelling the generation leads back to the choice of sources, not out of the series.
    const leaves = error instanceof vscode.CancellationError && source !== "file" && source !== "generate";
    if (leaves) throw error;
    if (!(error instanceof Back)) showFailure(error);
    return undefined;
  }
}
