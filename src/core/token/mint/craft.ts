import type { Alg } from "../../algorithms.ts";
import { fromBase64, toBase64url, toHex } from "../../bytes.ts";
import { type ExactMember, type ExactObject, isExactObject } from "../../exactJson.ts";
import {
  algNotAllowed,
  lifetimeBeyondCalendar,
  lifetimeInvalid,
  lifetimeTooLong,
  lifetimeUnwanted,
} from "../../providers/errors.ts";
import { completeValues, fillsJson } from "../../providers/inputs.ts";
import type { InputValues, Provider, Template } from "../../providers/provider.ts";
import { fillTemplate, hasValue, inputText, type TemplateContext, typedObject } from "../../providers/template.ts";
import { describeDuration, LAST_SECOND } from "../../duration.ts";

/** What a token is made from. */
export interface TokenOrder {
  readonly provider: Provider;
  readonly values: InputValues;
  /** Seconds since the epoch, to the millisecond. */
  readonly now: number;
  /** From 0 to 999,999: the digits of `{nanoseconds}` that no clock gives. Two tokens of one millisecond differ by them. */
  readonly serial?: number;
  /** Seconds until `exp`. Absent: the provider's default. */
  readonly lifetime?: number | undefined;
  /** What is known of the key, for `{kid}` and `{thumbprint}`. */
  readonly kid?: string | undefined;
  readonly thumbprint?: string | undefined;
  /** Random bytes in base64url. Absent: new ones each time. */
  readonly random?: (bytes: number) => string;
}

export interface Unsigned {
  readonly alg: Alg | "none";
  readonly header: ExactObject;
  readonly claims: ExactObject;
}

/** The algorithm an order asks for: Custom's own input, else the provider's first. Throws ALG_NOT_ALLOWED. */
export function algOf(provider: Provider, values: InputValues): Alg | "none" {
  const input = provider.inputs.find(({ kind }) => kind === "alg");
  const named = input === undefined ? undefined : inputText(values, input.id);
  const alg = provider.algs.find((allowed) => allowed === (named ?? provider.algs[0]));
  if (alg === undefined) throw algNotAllowed(provider.name, named ?? "", provider.algs);
  return alg;
}

/** The JOSE header and claims set that would be signed. Throws a UserError for values or a lifetime that are not right. */
export function craft(order: TokenOrder): Unsigned {
  const alg = algOf(order.provider, order.values);
  return { alg, ...fillParts(order, alg, completeValues(order.provider, order.values)) };
}

/** The parts with these values, which nobody checks here. Throws a UserError for what does not go into its template. */
export function fillParts(order: TokenOrder, alg: Unsigned["alg"], values: InputValues): Omit<Unsigned, "alg"> {
  const { provider, kid, thumbprint, random = randomText } = order;
  const now = Math.floor(order.now);
  const context: TemplateContext = {
    values,
    builtIns: Object.assign(uniqueValues(order, random), { alg, kid, thumbprint, now }, timesOf(order, now)),
    random,
    now,
    fillsJson: fillsJson(provider, values),
  };
  return {
    header: { members: [...filledMembers(provider.header, context), ...addedTo("header", provider, context)] },
    claims: { members: [...filledMembers(provider.claims, context), ...addedTo("claims", provider, context)] },
  };
}

function addedTo(part: "header" | "claims", { inputs }: Provider, context: TemplateContext): readonly ExactMember[] {
  return inputs.flatMap(({ id, label, adds }) => {
    const text = adds === part ? inputText(context.values, id) : undefined;
    return text === undefined ? [] : typedObject(label, text, context).members;
  });
}

function filledMembers(template: Template, context: TemplateContext): readonly ExactMember[] {
  const filled = fillTemplate(template, context);
  return isExactObject(filled) ? filled.members : [];
}

/** `iat` and `exp`. A service counts from `iat`, so a backdated `iat` never makes the difference exceed the maximum. */
function timesOf({ provider, values, lifetime }: TokenOrder, now: number): { issued: number; expiry?: number } {
  const issued = now - (provider.backdate ?? 0);
  if (provider.lifetime === undefined) {
    if (lifetime !== undefined) throw lifetimeUnwanted(provider.name);
    return { issued };
  }
  const seconds = lifetime ?? provider.lifetime.default;
  if (seconds === undefined) return { issued };
  const max = maxLifetime(provider, values);
  const error = checkLifetime(provider, seconds, max);
  if (error !== undefined) throw error;
  if (now + seconds > LAST_SECOND) throw lifetimeBeyondCalendar();
  return { issued, expiry: Math.min(now + seconds, issued + max) };
}

/** The longest `exp − iat` in seconds that the service takes with these values. */
export function maxLifetime({ lifetime }: Provider, values: InputValues): number {
  if (lifetime?.longer !== undefined && hasValue(values, lifetime.longer.when)) return lifetime.longer.max;
  return lifetime?.max ?? Number.MAX_SAFE_INTEGER;
}

function checkLifetime(provider: Provider, seconds: number, max: number) {
  if (!Number.isSafeInteger(seconds) || seconds <= 0) return lifetimeInvalid();
  return seconds > max ? lifetimeTooLong(provider.name, seconds, describeDuration(max)) : undefined;
}

/** Values that no two tokens share. Getters, since most templates use none of them. */
const uniqueValues = ({ now, serial = 0 }: TokenOrder, random: (bytes: number) => string) => ({
  get uuid() {
    return crypto.randomUUID();
  },
  get random() {
    return random(16);
  },
  get randomHex() {
    return toHex(fromBase64(random(16)) ?? new Uint8Array());
  },
  // A string: a number of this size would lose its last digits (RFC 8259 §6).
  get nanoseconds() {
    return String(BigInt(Math.round(now * 1000)) * 1_000_000n + BigInt(serial));
  },
});

const randomText = (bytes: number) => toBase64url(crypto.getRandomValues(new Uint8Array(bytes)));
