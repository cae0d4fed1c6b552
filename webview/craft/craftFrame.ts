import { shown } from "../../src/core/visible.ts";
import { element } from "../element.ts";
import type { MessageView } from "../messageView.ts";
import { button } from "../toolkit.ts";
import { ComboBox } from "./comboBox.ts";
import type { FormState } from "./formState.ts";
import { previewView } from "./previewView.ts";
import type { Judgement } from "./judge.ts";

interface FrameActions {
  readonly chooseProfile: (name: string) => void;
  readonly chooseProvider: (id: string) => void;
  readonly mint: () => void;
  readonly save: () => void;
  readonly revert: () => void;
}

export interface CraftFrame {
  readonly node: HTMLElement;
  /** Where the form stands. */
  readonly slot: HTMLElement;
  update(state: FormState, judged: Judgement | undefined): void;
  focus(): void;
}

const shortcut = navigator.userAgent.includes("Mac") ? "⌘Enter" : "Ctrl+Enter";
const NEW = "";
const beginning = "Choose the service that the token is for. A form asks for what it needs.";

/** What stands around a form: the choice of profile and provider, the buttons and the preview. */
export function craftFrame(actions: FrameActions, { node: message }: MessageView): CraftFrame {
  const profile = new ComboBox({ label: "Profile", onChange: actions.chooseProfile });
  const provider = new ComboBox({
    label: "Provider",
    placeholder: "Choose a provider",
    onChange: actions.chooseProvider,
  });
  const hint = element("p", { class: "quiet" }, beginning);
  const slot = element("div");
  const preview = previewView();
  const { node: buttons, revert } = formButtons(actions);
  const node = element("section", { class: "craft-side", "aria-labelledby": "mint-heading" });
  const pickers = element("div", { class: "pickers" }, profile.node, provider.node);
  node.append(element("h2", { id: "mint-heading" }, "Mint"), pickers, hint, slot, buttons, message, preview.node);
  return {
    node,
    slot,
    update({ profiles, providers, form, isChanged }, judged) {
      const saved = profiles.map(({ name }) => ({ value: name, label: shown(name) }));
      profile.update([...saved, { value: NEW, label: "New profile" }], form.profile);
      profile.node.hidden = profiles.length === 0;
      provider.update(
        providers.map(({ id, name }) => ({ value: id, label: shown(name) })),
        form.provider,
      );
      hint.hidden = judged !== undefined;
      for (const part of [buttons, preview.node]) part.hidden = judged === undefined;
      revert.toggleAttribute("disabled", !isChanged);
      if (judged !== undefined) preview.update(judged.header, judged.claims);
    },
    focus: () => provider.field.focus(),
  };
}

function formButtons({ mint, save, revert: undo }: FrameActions) {
  const revert = button({ label: "Revert", title: "Undo your changes here", onClick: undo });
  const node = element(
    "div",
    { class: "craft-buttons" },
    button({ label: "Mint", primary: true, title: `Mint a token (${shortcut})`, onClick: mint }),
    button({ label: "Save Profile", title: "Save the form in your settings", onClick: save }),
    revert,
  );
  return { node, revert };
}
