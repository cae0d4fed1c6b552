import type { Alg } from "../../src/core/algorithms.ts";
import type { Input, Provider } from "../../src/core/providers/provider.ts";
import type { KeyChoice } from "../../src/panel/craft/protocol.ts";
import { element } from "../element.ts";
import type { FieldView } from "./fieldView.ts";
import type { Form } from "./form.ts";
import { inputView, type InputView } from "./inputView.ts";
import { ownFields } from "./judge.ts";
import { keyView, type KeyActions } from "./keyView.ts";
import { environmentView, lifetimeView } from "./orderViews.ts";

export interface FormView {
  readonly node: HTMLElement;
  /** Shows what the form holds. */
  show(form: Form): void;
  /** Shows the keys that fit, and the lifetimes. */
  offer(form: Form, keys: readonly KeyChoice[], alg: Alg | "none"): void;
  /** Shows what is wrong, by field, and what is risky; a field that is missing in both is right. */
  setFaults(faults: ReadonlyMap<string, string>, warnings: ReadonlyMap<string, string>): void;
  /** Goes to the first of these fields in the order of the page. */
  focus(ids: readonly string[]): void;
}

interface FormActions {
  readonly change: (change: Partial<Form>) => void;
  readonly setValue: (id: string, text: string) => void;
  readonly key: KeyActions;
}

/** A provider's form, made from its data. */
export function formView(provider: Provider, { change, setValue, key: keyActions }: FormActions): FormView {
  const inputs = inputViews(provider, setValue);
  const key = keyView(provider, keyActions);
  const lifetime = lifetimeView(provider, (text) => change({ lifetime: text }));
  const environment = environmentView(provider, (text) => change({ environment: text }));
  const own = { [ownFields.key]: key, [ownFields.lifetime]: lifetime, [ownFields.environment]: environment };
  const fields = new Map<string, FieldView>([...inputs, ...Object.entries(own)]);
  const { main, advanced } = placed(provider);
  const nodes = (ids: readonly string[]) => ids.flatMap((id) => fields.get(id)?.node ?? []);
  const more = advancedPart(nodes(advanced));
  return {
    node: element("div", { class: "form" }, ...nodes(main), more),
    show(form) {
      for (const [id, view] of inputs) view.setText(form.values[id] ?? "");
      lifetime.setText(form.lifetime);
      environment.setText(form.environment);
      if (advanced.some((id) => isFilledIn(form, provider, id))) more.open = true;
    },
    offer(form, keys, alg) {
      key.update(keys, alg, form.key);
      lifetime.limit(form.values);
      const kid = keys.find(({ name }) => name === form.key)?.kid;
      for (const { id, kind, fromKid } of provider.inputs) {
        if (fromKid === true) inputs.get(id)?.propose?.(kid);
        if (kind === "alg") inputs.get(id)?.setText(form.values[id] ?? alg);
      }
    },
    setFaults(faults, warnings) {
      for (const [id, view] of fields) {
        view.setFault(faults.get(id) ?? "");
        view.setWarning(warnings.get(id) ?? "");
      }
    },
    focus(ids) {
      const first = [...main, ...advanced].find((id) => ids.includes(id)) ?? "";
      if (advanced.includes(first)) more.open = true;
      fields.get(first)?.focus();
    },
  };
}

const advancedPart = (nodes: readonly Node[]) =>
  element("details", { class: "advanced" }, element("summary", {}, "Advanced"), ...nodes);

const inputViews = (provider: Provider, setValue: FormActions["setValue"]) =>
  new Map(
    provider.inputs.map((input): [string, InputView] => [
      input.id,
      inputView(provider, input, (text) => setValue(input.id, text)),
    ]),
  );

/** The fields in the order in which they are filled in: what the key may answer comes after the key. */
function placed({ inputs, environments, lifetime }: Provider) {
  const ids = (suits: (input: Input) => boolean) => inputs.filter(suits).map(({ id }) => id);
  const severalEnvironments = environments.length > 1;
  return {
    main: [
      ...(severalEnvironments ? [ownFields.environment] : []),
      ...ids(({ advanced, fromKid }) => advanced !== true && fromKid !== true),
      ownFields.key,
      ...ids(({ advanced, fromKid }) => advanced !== true && fromKid === true),
      ...(lifetime === undefined ? [] : [ownFields.lifetime]),
    ],
    advanced: [...ids(({ advanced }) => advanced === true), ...(severalEnvironments ? [] : [ownFields.environment])],
  };
}

function isFilledIn(form: Form, { inputs, environments }: Provider, id: string): boolean {
  if (id === ownFields.environment) return form.environment !== "" && form.environment !== environments[0]?.name;
  const value = form.values[id] ?? "";
  return value !== "" && value !== inputs.find((input) => input.id === id)?.default;
}
