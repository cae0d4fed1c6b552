import * as vscode from "vscode";
import type { UserError } from "../../core/errors.ts";
import type { KeySummary } from "../../core/keys/key.ts";
import { keysDamaged, keysLost, secretStoreVolatile } from "./errors.ts";
import { showWarning } from "../notify.ts";
import type { KeyStore } from "./keyStore.ts";
import type { Services } from "../services.ts";
import { globalKey } from "../stateKeys.ts";
import { showFailure } from "../notify.ts";

type ReportServices = Pick<Services, "keys">;

/** When to look, in milliseconds: not in the way of the first token. */
const DELAY = 2_000;

/** Says which keys are gone or damaged, a while after the extension is first used, and of the same keys once. */
export function registerKeyReport(services: ReportServices & Pick<Services, "context">): vscode.Disposable {
  // A storage that cannot be read now says so to whoever needs a key of it.
  const timer = setTimeout(() => void report(services, services.context.globalState).catch(() => undefined), DELAY);
  return { dispose: () => clearTimeout(timer) };
}

/** What is to be known of a key that was just stored, where the storage will not keep it. */
export async function volatileWarnings(
  keys: Pick<KeyStore, "isVolatile">,
  { windowOnly }: KeySummary,
): Promise<readonly UserError[]> {
  return windowOnly !== true && (await keys.isVolatile()) ? [secretStoreVolatile()] : [];
}

/** Shows the same. Does not wait for the user. */
export async function warnOfVolatileStore({ keys }: ReportServices, key: KeySummary): Promise<void> {
  for (const warning of await volatileWarnings(keys, key)) showFailure(warning);
}

async function report({ keys }: ReportServices, memento: vscode.Memento): Promise<void> {
  const damaged = await keys.damaged();
  const lost = (await keys.lost()).map(({ name }) => name);
  const gone = [...lost, ...damaged];
  const told: unknown = memento.get(globalKey.keysToldLost, []);
  const news = (name: string) => !(Array.isArray(told) && told.includes(name));
  if (JSON.stringify(told) !== JSON.stringify(gone)) await memento.update(globalKey.keysToldLost, gone);
  if (damaged.some(news)) void showWarning(keysDamaged(damaged));
  if (!lost.some(news)) return;
  if (await keys.isVolatile()) showFailure(secretStoreVolatile());
  await showLost(keys, lost);
}

async function showLost(keys: KeyStore, lost: readonly string[]): Promise<void> {
  const [again, forget] = ["Import Key…", "Forget"];
  const chosen = await showWarning(keysLost(lost), again, forget);
  if (chosen === again) await vscode.commands.executeCommand("jwtMint.importKey");
  if (chosen !== forget) return;
  // One of them may have been imported meanwhile.
  for (const { name } of await keys.lost()) if (lost.includes(name)) await keys.delete(name);
}
