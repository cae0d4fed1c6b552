import type { Alg } from "../../core/algorithms.ts";
import { orUserError, UserError } from "../../core/errors.ts";
import { describeKey, type Key } from "../../core/keys/key.ts";
import type { KeyWarning, ReadOptions } from "../../core/keys/read/read.ts";
import type { KeyTools } from "../../services/keyBundle.ts";
import { askPick } from "../askPick.ts";
import { askText } from "../askText.ts";
import type { Place } from "../steps.ts";
import { askEncoding } from "./askEncoding.ts";

interface ReadKey {
  readonly key: Key;
  readonly warnings: readonly KeyWarning[];
}

/** How often a passphrase is asked for. */
const TRIES = 3;

/** What is read, with what, and where the questions stand. */
interface Reading {
  readonly tools: KeyTools;
  readonly input: string | Uint8Array;
  readonly place: Place;
}

/**
 * Reads a key, and asks for what it lacks: its passphrase, which of several keys it is, or whether it is a secret, for which
 * algorithm and which bytes it stands for.
 */
export async function askAndRead(reading: Reading, options: ReadOptions, tries = 1): Promise<ReadKey> {
  const outcome = await orUserError(reading.tools.readKey(reading.input, options));
  const code = outcome instanceof UserError ? outcome.code : encodingUnclear(outcome, options);
  if (code === "KEY_ENCRYPTED" || (code === "KEY_WRONG_PASSWORD" && tries <= TRIES)) {
    const passphrase = await askPassphrase(tries, reading.place);
    return askAndRead(reading, { ...options, passphrase }, tries + 1);
  }
  if (code === "KEY_SEVERAL" && options.pick === undefined) {
    return askAndRead(reading, { ...options, pick: await askWhich(reading) }, tries);
  }
  if (outcome instanceof UserError && options.alg === undefined && outcome.fault.mayBeSecret === true) {
    const alg = await askSecretAlg(reading.place);
    return askAndRead(reading, { ...options, alg, encoding: await askEncoding(reading, { ...options, alg }) }, tries);
  }
  if (code === "SECRET_ENCODING") {
    return askAndRead(reading, { ...options, encoding: await askEncoding(reading, options) }, tries);
  }
  if (outcome instanceof UserError) throw outcome;
  return outcome;
}

const encodingUnclear = ({ warnings }: ReadKey, { encoding }: ReadOptions) =>
  encoding === undefined ? warnings.find(({ code }) => code === "SECRET_ENCODING")?.code : undefined;

async function askPassphrase(tries: number, place: Place): Promise<string> {
  const prompt =
    tries === 1
      ? "The key is encrypted. Enter its passphrase, which is not stored."
      : `That passphrase does not open the key. Attempt ${tries} of ${TRIES}.`;
  return askText({ prompt, password: true, exact: true, check: () => undefined }, place);
}

async function askWhich({ tools, input, place }: Reading): Promise<number> {
  const choices = tools.listKeys(input).map(({ index, kty, crv, bits, kid, alg, name }) => ({
    label: name ?? kid ?? `Key ${index + 1}`,
    description: [
      kty === undefined ? "encrypted" : describeKey({ kty, ...(crv && { crv }), ...(bits && { bits }) }),
      alg,
    ]
      .filter((part) => part !== undefined)
      .join(", "),
    value: index,
  }));
  return askPick(choices, "There are several private keys. Which one?", place);
}

/** For what is no key in any known form. */
async function askSecretAlg(place: Place): Promise<Alg> {
  const algs: readonly Alg[] = ["HS256", "HS384", "HS512"];
  const choices = algs.map((alg) => ({ label: alg, description: "an HMAC secret", value: alg }));
  return askPick(
    choices,
    "This is not a private key. If it is a shared secret, which algorithm does it sign with?",
    place,
  );
}
