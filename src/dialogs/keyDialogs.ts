import { loadBundle } from "../services/bundle.ts";
import type { Services } from "../services/services.ts";
import type * as dialogs from "./dialogs.ts";

let loaded: Promise<typeof dialogs> | undefined;

/** The dialogs around reading a key, making one and handing it on, from the bundle they have to themselves. */
export async function keyDialogs({ context }: Services): Promise<typeof dialogs> {
  loaded ??= loadBundle<typeof dialogs>(context.extensionUri, "dialogs");
  return loaded;
}
