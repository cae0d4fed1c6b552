import type { Alg } from "../../src/core/algorithms.ts";
import { describeKey } from "../../src/core/keys/key.ts";
import { fits } from "../../src/core/keys/check/fit.ts";
import type { Provider } from "../../src/core/providers/provider.ts";
import { shown } from "../../src/core/visible.ts";
import type { KeyChoice } from "../../src/panel/craft/protocol.ts";
import type { Choice } from "./choiceList.ts";
import { ComboBox } from "./comboBox.ts";
import { fieldView, type FieldView } from "./fieldView.ts";

/** What can be done about the key. */
export interface KeyActions {
  readonly choose: (name: string) => void;
  readonly importKey: () => void;
  readonly generateKey: () => void;
  readonly importDropped: (file: File) => void;
}

export interface KeyView extends FieldView {
  /** Shows the keys that sign with `alg`; hidden where nothing signs. `name`: the one that is chosen. */
  update(keys: readonly KeyChoice[], alg: Alg | "none", name: string): void;
}

// Names that no key has: a key's name is at least one visible character.
const IMPORT = " import";
const GENERATE = " generate";

/** The key picker. A key file that is dropped on it is imported. */
export function keyView({ key }: Provider, actions: KeyActions): KeyView {
  const box = new ComboBox({
    label: "Key",
    required: true,
    placeholder: "Choose, import or drop a key",
    onChange(name) {
      if (name === IMPORT) actions.importKey();
      else if (name === GENERATE) actions.generateKey();
      else actions.choose(name);
    },
  });
  const help = `${key.where} To import a key file, drop it here while you hold Shift.`;
  const view = fieldView(box.node, box.field, { help });
  takeDrops(view.node, actions.importDropped);
  return {
    ...view,
    update(keys, alg, name) {
      view.node.hidden = alg === "none";
      if (alg === "none") return;
      box.update([...keys.filter((known) => fits(known, alg)).map(choiceFor), ...newKeys], name);
    },
  };
}

const choiceFor = (key: KeyChoice): Choice => ({ value: key.name, label: shown(key.name), detail: describeKey(key) });

const newKeys: readonly Choice[] = [
  { value: IMPORT, label: "Import…", action: true },
  { value: GENERATE, label: "Generate…", action: true },
];

/** VS Code passes files that are dragged over a page on to it while Shift is held down. */
function takeDrops(node: HTMLElement, take: (file: File) => void): void {
  const highlight = (on: boolean) => node.classList.toggle("drop-target", on);
  node.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    highlight(true);
  });
  node.addEventListener("dragleave", () => highlight(false));
  node.addEventListener("drop", (event) => {
    event.preventDefault();
    highlight(false);
    const file = event.dataTransfer?.files.item(0);
    if (file !== null && file !== undefined) take(file);
  });
}
