import { attempt, type Fault, UserError } from "../../errors.ts";
import { type ExactObject, exactText, memberOf } from "../../exactJson.ts";
import { checkInput, fillsJson } from "../../providers/inputs.ts";
import type { Input, InputValues, Provider } from "../../providers/provider.ts";
import { inputText, parseJsonObject } from "../../providers/template.ts";
import { notSecondsFault, timeClaims } from "../rules/times.ts";
import { algOf, fillParts, type TokenOrder } from "./craft.ts";

/** What an order would give as far as it goes, and what is still wrong with it. */
export interface Preview {
  readonly header: ExactObject;
  readonly claims: ExactObject;
  /** By input id. */
  readonly faults: ReadonlyMap<string, UserError>;
  /** What is signed as it was typed, though services would refuse it; by input id. */
  readonly warnings: ReadonlyMap<string, Fault>;
  readonly lifetimeFault?: UserError;
}

/** Shows what a form that is being filled in will give: a required value that is missing shows as its label, in ‹ ›. */
export function preview(order: TokenOrder): Preview {
  const faults = faultsOf(order.provider, order.values);
  const whole = { ...order, values: withStandIns(order.provider, order.values, faults) };
  const parts = attempt(() => partsOf(whole));
  if (!(parts instanceof UserError)) return { ...parts, faults, warnings: warningsOf(order, parts.claims) };
  // Only a lifetime is left to be wrong: the values were checked one by one.
  const { lifetime: _wrong, ...rest } = whole;
  const others = partsOf(rest);
  return { ...others, faults, warnings: warningsOf(order, others.claims), lifetimeFault: parts };
}

const partsOf = (order: TokenOrder) => fillParts(order, algOf(order.provider, order.values), order.values);

function faultsOf(provider: Provider, values: InputValues): ReadonlyMap<string, UserError> {
  const fills = fillsJson(provider, values);
  return new Map(
    provider.inputs.flatMap((input): [string, UserError][] => {
      const fault = checkInput(input, inputText(values, input.id) ?? "", fills);
      return fault === undefined ? [] : [[input.id, fault]];
    }),
  );
}

/** A time among the claims that were typed as JSON is not read as the fields for times are. */
function warningsOf({ provider, values, now }: TokenOrder, claims: ExactObject): ReadonlyMap<string, Fault> {
  const warnings = new Map<string, Fault>();
  for (const { id, kind, label } of provider.inputs) {
    const text = kind === "json" ? inputText(values, id) : undefined;
    const typed = text === undefined ? undefined : attempt(() => parseJsonObject(label, text));
    if (typed === undefined || typed instanceof UserError) continue;
    const [warning] = timeClaims.flatMap((claim) =>
      isClaim(claim, typed, claims) ? (notSecondsFault(claim, typed, { now }) ?? []) : [],
    );
    if (warning !== undefined) warnings.set(id, warning);
  }
  return warnings;
}

/** Whether what was typed under a name is what the claims have there: it may be a member of the header. */
function isClaim(name: string, typed: ExactObject, claims: ExactObject): boolean {
  const [own, signed] = [memberOf(typed, name), memberOf(claims, name)];
  return own !== undefined && signed !== undefined && exactText(own) === exactText(signed);
}

function withStandIns({ inputs }: Provider, values: InputValues, faults: ReadonlyMap<string, UserError>): InputValues {
  const entries = inputs.flatMap((input): [string, string][] => {
    const text = inputText(values, input.id) ?? input.default;
    const shown = faults.has(input.id) ? standIn(input, text) : text;
    return shown === undefined ? [] : [[input.id, shown]];
  });
  return Object.fromEntries(entries);
}

/** A text shows as it was typed even where it is wrong; what has to be read to be shown is left out. */
function standIn({ kind = "text", label }: Input, text: string | undefined): string | undefined {
  if (kind === "text" || kind === "lines") return text ?? `‹${label}›`;
  return undefined;
}
