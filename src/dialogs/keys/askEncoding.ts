import { orUserError, UserError } from "../../core/errors.ts";
import type { ReadOptions, SecretEncoding } from "../../core/keys/read/read.ts";
import type { KeyTools } from "../../services/keyBundle.ts";
import { askPick, type Choice } from "../askPick.ts";
import type { Place } from "../steps.ts";

/** A secret that is asked about, and where the question stands. */
interface SecretQuestion {
  readonly tools: KeyTools;
  readonly input: string | Uint8Array;
  readonly place: Place;
}

const encodings: readonly { readonly encoding: SecretEncoding; readonly label: string }[] = [
  { encoding: "text", label: "As It Is" },
  { encoding: "base64url", label: "Decoded from base64url" },
  { encoding: "base64", label: "Decoded from base64" },
  { encoding: "hex", label: "Decoded from Hex" },
];

const prompt = "How is the secret encoded? Most services use the text as is.";

/** Asks how a secret is encoded, where it can be read in several ways; else the only one, or `text`. */
export async function askEncoding(
  { tools, input, place }: SecretQuestion,
  options: ReadOptions,
): Promise<SecretEncoding> {
  const readings = await Promise.all(
    encodings.map(async ({ encoding, label }): Promise<Choice<SecretEncoding>[]> => {
      const read = await orUserError(tools.readKey(input, { ...options, encoding }));
      if (read instanceof UserError) return [];
      const length = (read.key.bits ?? 0) / 8;
      return [{ label, description: `${length} ${length === 1 ? "byte" : "bytes"}`, value: encoding }];
    }),
  );
  const possible = readings.flat();
  // What no encoding fits is read as it is, for the refusal that says why.
  return possible.length < 2 ? (possible[0]?.value ?? "text") : askPick(possible, prompt, place);
}
