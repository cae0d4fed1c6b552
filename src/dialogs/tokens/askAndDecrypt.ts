import { decode } from "../../core/token/read/decode.ts";
import type { Encryption, OpenedToken } from "../../core/token/decrypt/encryption.ts";
import type { Key } from "../../core/keys/key.ts";
import { askModal } from "../../services/notify.ts";
import type { Services } from "../../services/services.ts";
import { type AnyKey, askAnyKey } from "../keys/anyKey.ts";

const place = { title: "Decrypt Token" };

/** Opens an encrypted token with a key that the user chooses, and asks before anything costly. Throws UserError, CancellationError. */
export async function askAndDecrypt(services: Services, compact: string): Promise<OpenedToken> {
  const { decryptToken, encryptionOf } = await services.keyTools();
  const encryption = encryptionOf(decode(compact).header);
  await confirmRisks(encryption);
  const stored = (await services.keys.list()).filter(({ kty }) => kty === encryption.kty);
  const question = {
    stored,
    placeholder: `Which key opens this token (${encryption.alg})?`,
    what: "key",
    prompt: "The private key in PEM or JWK form, or the shared secret. It is not stored.",
  };
  const chosen = await askAnyKey(question, place);
  return { text: await decryptToken(compact, await keyOf(services, chosen)), key: chosen.name };
}

async function keyOf({ keys, keyTools }: Services, chosen: AnyKey): Promise<Key | string> {
  if ("stored" in chosen) return keys.get(chosen.stored);
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(chosen.text)) return chosen.text;
  return (await (await keyTools()).readKey(chosen.text)).key;
}

/** RFC 8725 §3.6 and RFC 7518 §8.8: a stranger's token decides how much work it is to open. */
async function confirmRisks({ rounds, compressed }: Encryption): Promise<void> {
  if (rounds !== undefined) {
    const detail = `It asks for ${rounds} rounds of password hashing. Open it only if you know who sent it.`;
    await askModal("Open a token that is encrypted with a password?", detail, "Open");
  }
  if (!compressed) return;
  const detail = "What is inside can be much larger than the token. At most 250 KB of it is read.";
  await askModal("Open a token whose content is compressed?", detail, "Open");
}
