import { maxLifetime } from "../../src/core/token/mint/craft.ts";
import { describeDuration, parseDuration } from "../../src/core/duration.ts";
import type { Provider } from "../../src/core/providers/provider.ts";
import type { Choice } from "./choiceList.ts";
import { ComboBox } from "./comboBox.ts";
import { fieldView } from "./fieldView.ts";
import type { Form } from "./form.ts";
import type { InputView } from "./inputView.ts";

const presets = ["5 min", "15 min", "20 min", "30 min", "1 h", "12 h", "1 d", "30 d"];

export interface LifetimeView extends InputView {
  /** Proposes the lifetimes that the provider takes with these values. */
  limit(values: Form["values"]): void;
}

/** How long the token lives, in words. */
export function lifetimeView(provider: Provider, onInput: (text: string) => void): LifetimeView {
  const standard = provider.lifetime?.default;
  const placeholder = standard === undefined ? "No expiry" : describeDuration(standard);
  let text = "";
  const take = (words: string) => {
    text = words;
    onInput(words);
  };
  const box = new ComboBox({ label: "Lifetime", free: true, placeholder, onChange: take });
  const view = fieldView(box.node, box.field, { help: helpFor(provider) });
  let max = Number.MAX_SAFE_INTEGER;
  const show = () => box.update(choicesUpTo(max, standard), text);
  return {
    ...view,
    setText(words) {
      text = words;
      show();
    },
    limit(values) {
      max = maxLifetime(provider, values);
      show();
    },
  };
}

function choicesUpTo(max: number, standard: number | undefined) {
  const limit = describeDuration(max);
  const within = presets.filter((words) => (parseDuration(words) ?? 0) <= max);
  const all = max > 86_400 * 365 || within.includes(limit) ? within : [...within, limit];
  return all.map((words): Choice =>
    parseDuration(words) === standard
      ? { value: words, label: words, detail: "default" }
      : { value: words, label: words },
  );
}

function helpFor({ name, lifetime, inputs }: Provider): string {
  if (lifetime?.max === undefined) return "How long the token is valid, such as 15 min or 1 h.";
  const limit = `${name} accepts ${describeDuration(lifetime.max)} at most`;
  const { longer } = lifetime;
  if (longer === undefined) return `${limit}.`;
  const label = inputs.find(({ id }) => id === longer.when)?.label ?? longer.when;
  return `${limit}, and ${describeDuration(longer.max)} with “${label}” filled in.`;
}

/** What the token's requests are sent to: one of the provider's environments, or a base URL. */
export function environmentView({ environments }: Provider, onInput: (text: string) => void): InputView {
  const [first] = environments;
  const box = new ComboBox({
    label: "Environment",
    free: true,
    placeholder: first?.name,
    onChange: onInput,
  });
  const choices = environments.map(({ name, url }) => ({ value: name, label: name, detail: url }));
  const help = "Where requests with the token go. You can also enter a base URL such as https://api.example.com.";
  return { ...fieldView(box.node, box.field, { help }), setText: (text) => box.update(choices, text) };
}
