import * as vscode from "vscode";
import type { Alg } from "../../core/algorithms.ts";
import { describeKey, type KeySummary } from "../../core/keys/key.ts";
import { warnOfVolatileStore } from "../../services/keys/keyReport.ts";
import type { Services } from "../../services/services.ts";
import { askPick } from "../askPick.ts";
import { Back, type Place, runSteps } from "../steps.ts";
import { askKeyName, keptWhere, type NamedKeeping } from "./askKeyName.ts";
import { generateShowing } from "./generating.ts";
import { type KeyKind, keyKinds } from "./keyKinds.ts";
import { offerPublicKey } from "./publicKey.ts";

interface Answers {
  readonly alg?: Alg;
  readonly bits?: number | undefined;
  readonly named?: NamedKeeping;
}

/**
 * Asks what kind of key, makes it, keeps it and offers its public half. Nothing is kept when it is left or cancelled:
 * CancellationError.
 */
export async function askAndGenerate(services: Services): Promise<KeySummary> {
  const tools = await services.keyTools();
  const kinds = keyKinds(await tools.generableAlgs());
  const { alg, bits, named } = await runSteps<Answers>(
    "Generate Key",
    [
      async (answers, place) => ({ ...answers, ...(await askKind(kinds, place)) }),
      async (answers, place) => ({ ...answers, named: await askKeyName(services, "", place) }),
    ],
    {},
  );
  if (alg === undefined || named === undefined) throw new vscode.CancellationError();
  const key = await generateShowing(tools, alg, bits);
  const summary = await services.keys.put(named.name, key, named);
  void warnOfVolatileStore(services, summary);
  offerPublicKey(services, { key, name: summary.name, message: keptWhere(named, describeKey(key)) });
  return summary;
}

/** Asks for the kind and, where it signs with several algorithms, for the usual one. Back leads from there to the kind. */
async function askKind(kinds: readonly KeyKind[], place: Place): Promise<Pick<Answers, "alg" | "bits">> {
  for (;;) {
    const choices = kinds.map((kind) => ({ label: kind.label, description: kind.signs, value: kind }));
    const { algs, bits } = await askPick(choices, "What kind of key?", place);
    if (algs.length === 1) return { alg: algs[0], bits: undefined };
    try {
      const names = algs.map((alg) => ({ label: alg, value: alg }));
      return { alg: await askPick(names, "Which algorithm does it sign with?", { ...place, back: true }), bits };
    } catch (error) {
      if (!(error instanceof Back)) throw error;
    }
  }
}
