import { MB, toBase64 } from "../../src/core/bytes.ts";
import type { CraftRequests } from "../../src/panel/craft/protocol.ts";
import { ask } from "../host.ts";

/** Where a new key comes from. */
export type KeySource = "import" | "generate" | File;

/** The largest file that is sent, in bytes: a key file has a few kilobytes. */
const MAX_SIZE = MB;

/** Asks the host for a new key. Its name, or null: the user left. */
export async function requestKey(
  source: KeySource,
  { name, ...purpose }: CraftRequests["importKey"]["params"],
): Promise<string | null> {
  if (source === "import") return ask("importKey", { ...purpose, name });
  if (source === "generate") return ask("generateKey", { ...purpose, name });
  if (source.size > MAX_SIZE) throw new Error("That file is larger than 1 MB. Drop the key file itself.");
  // A folder is dropped as a file that cannot be read.
  const bytes = await source.arrayBuffer().catch(() => undefined);
  if (bytes === undefined) throw new Error("That could not be read. Drop one key file.");
  return ask("importDropped", { ...purpose, fileName: source.name, base64: toBase64(new Uint8Array(bytes)) });
}
