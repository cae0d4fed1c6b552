import { describeKey, type KeySummary } from "../../core/keys/key.ts";
import { quoted } from "../../core/visible.ts";
import { warnOfVolatileStore } from "../../services/keys/keyReport.ts";
import { showInformation } from "../../services/notify.ts";
import type { Services } from "../../services/services.ts";
import { askNewKey } from "./askKey.ts";
import { askKeyName, keptWhere } from "./askKeyName.ts";
import { careForKeyFile } from "./fileCare.ts";

/** Asks for a key, and for its name unless that is known. */
export async function askAndImport(services: Services, known?: string): Promise<KeySummary> {
  const place = { title: known === undefined ? "Import Key" : `Import the Key ${quoted(known)} Again` };
  const lost = (await services.keys.lost()).find(({ name }) => name === known);
  const { key, suggestedName, file } = await askNewKey(services, place, lost?.alg);
  const suggestion = await nameFor(services, suggestedName);
  const named = known === undefined ? await askKeyName(services, suggestion, place) : { name: known };
  const summary = await services.keys.put(named.name, key, named);
  void warnOfVolatileStore(services, summary);
  void showInformation(keptWhere(named, describeKey(key)));
  careForKeyFile(services, file, summary);
  return summary;
}

/** A key that something waits for comes before the name that the new one suggests. */
const nameFor = async ({ keys }: Services, suggested: string) =>
  keys.wanted ?? (await keys.lost())[0]?.name ?? suggested;
