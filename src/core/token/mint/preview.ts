import { attempt, UserError } from "../../errors.ts";
import type { ExactObject } from "../../exactJson.ts";
import { checkInput } from "../../providers/inputs.ts";
import type { Input, InputValues, Provider } from "../../providers/provider.ts";
import { inputText } from "../../providers/template.ts";
import { algOf, fillParts, type TokenOrder } from "./craft.ts";

/** What an order would give as far as it goes, and what is still wrong with it. */
export interface Preview {
  readonly header: ExactObject;
  readonly claims: ExactObject;
  /** By input id. */
  readonly faults: ReadonlyMap<string, UserError>;
  readonly lifetimeFault?: UserError;
}

/** Shows what a form that is being filled in will give: a required value that is missing shows as its label, in ‹ ›. */
export function preview(order: TokenOrder): Preview {
  const faults = faultsOf(order.provider, order.values);
  const whole = { ...order, values: withStandIns(order.provider, order.values, faults) };
  const parts = attempt(() => partsOf(whole));
  if (!(parts instanceof UserError)) return { ...parts, faults };
  // Only a lifetime is left to be wrong: the values were checked one by one.
  const { lifetime: _wrong, ...rest } = whole;
  return { ...partsOf(rest), faults, lifetimeFault: parts };
}

const partsOf = (order: TokenOrder) => fillParts(order, algOf(order.provider, order.values), order.values);

function faultsOf({ inputs }: Provider, values: InputValues): ReadonlyMap<string, UserError> {
  return new Map(
    inputs.flatMap((input): [string, UserError][] => {
      const fault = checkInput(input, inputText(values, input.id) ?? "");
      return fault === undefined ? [] : [[input.id, fault]];
    }),
  );
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
