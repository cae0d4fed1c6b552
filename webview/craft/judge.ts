import { keyMissing } from "../../src/core/keys/errors.ts";
import { isAlg, type Alg } from "../../src/core/algorithms.ts";
import { refusalOf } from "../../src/core/errors.ts";
import type { ExactObject } from "../../src/core/exactJson.ts";
import { algOf } from "../../src/core/token/mint/craft.ts";
import { parseDuration } from "../../src/core/duration.ts";
import { preview } from "../../src/core/token/mint/preview.ts";
import { misfit } from "../../src/core/keys/check/fit.ts";
import { environmentOf } from "../../src/core/profile.ts";
import { withKeyDefaults } from "../../src/core/providers/inputs.ts";
import type { InputValues, Provider } from "../../src/core/providers/provider.ts";
import type { KeyChoice } from "../../src/panel/craft/protocol.ts";
import { orderOf, type Form } from "./form.ts";

/** What there is to judge a form with. */
interface Judging {
  readonly provider: Provider;
  /** Undefined: not known yet, or the secret storage cannot be read. */
  readonly keys: readonly KeyChoice[] | undefined;
  /** Seconds since the epoch. */
  readonly now: number;
  /** Random bytes in base64url: the same each time, so that the preview does not flicker. */
  readonly random: (bytes: number) => string;
}

/** What a form gives as it stands, and what is wrong with it by field: an input's id, or one of `ownFields`. */
export interface Judgement {
  readonly alg: Alg | "none";
  readonly header: ExactObject;
  readonly claims: ExactObject;
  readonly faults: ReadonlyMap<string, string>;
  /** What does not keep from minting; by input id. */
  readonly warnings: ReadonlyMap<string, string>;
}

/** The fields that every provider has; no input's id begins so. */
export const ownFields = { key: "$key", lifetime: "$lifetime", environment: "$environment" } as const;

export function judge(form: Form, { provider, keys, now, random }: Judging): Judgement {
  const { values: typed, lifetime, environment } = orderOf(form);
  const key = keys?.find(({ name }) => name === form.key);
  const values = key === undefined ? typed : withKeyDefaults(provider, typed, key);
  const alg = algFor(provider, values);
  const shown = preview({ provider, values, now, random, lifetime, kid: key?.kid, thumbprint: key?.thumbprint });
  const faults = new Map([...shown.faults].map(([id, { message }]) => [id, message]));
  const note = (field: string, message: string | undefined) => {
    if (message !== undefined) faults.set(field, message);
  };
  note(ownFields.key, keyFault(form.key, key, { alg, known: keys !== undefined }));
  note(ownFields.lifetime, lifetimeFault(form.lifetime) ?? shown.lifetimeFault?.message);
  note(ownFields.environment, refusalOf(() => environmentOf(provider, environment))?.message);
  const warnings = new Map([...shown.warnings].map(([id, { message, remedy }]) => [id, `${message} ${remedy}`]));
  return { alg, header: shown.header, claims: shown.claims, faults, warnings };
}

/** The algorithm of an order; the provider's first where the one that is named is none. */
function algFor(provider: Provider, values: InputValues): Alg | "none" {
  try {
    return algOf(provider, values);
  } catch {
    return provider.algs[0];
  }
}

function keyFault(
  name: string,
  key: KeyChoice | undefined,
  { alg, known }: { readonly alg: Alg | "none"; readonly known: boolean },
): string | undefined {
  if (!isAlg(alg)) return undefined;
  if (name === "") return "No key is chosen. Choose one, or import or generate one.";
  if (key === undefined) return known ? keyMissing(name).message : undefined;
  return misfit(key, alg)?.message;
}

const lifetimeFault = (words: string): string | undefined =>
  words.trim() === "" || parseDuration(words) !== undefined ? undefined : "Enter a lifetime such as 15 min or 1 h.";

/** The faults to show: of what is filled in at once, of what is missing once `tried` to mint. */
export function shownFaults(form: Form, { faults }: Judgement, tried: boolean): ReadonlyMap<string, string> {
  const own: Readonly<Record<string, string>> = {
    [ownFields.key]: form.key,
    [ownFields.lifetime]: form.lifetime,
    [ownFields.environment]: form.environment,
  };
  const isFilledIn = (field: string) => (own[field] ?? form.values[field] ?? "").trim() !== "";
  return new Map([...faults].filter(([field]) => tried || isFilledIn(field)));
}
