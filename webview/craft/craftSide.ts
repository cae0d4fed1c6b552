import type { KeyChoice } from "../../src/panel/craft/protocol.ts";
import type { FormValues } from "../../src/panel/token/protocol.ts";
import { ask, keep, kept, onHostEvent } from "../host.ts";
import { messageView } from "../messageView.ts";
import { craftFrame } from "./craftFrame.ts";
import { formOf, orderOf, readForm, withoutSecrets, type Form } from "./form.ts";
import { FormState } from "./formState.ts";
import { formView, type FormView } from "./formView.ts";
import { judge, ownFields, shownFaults, type Judgement } from "./judge.ts";
import { requestKey, type KeySource } from "./keyRequests.ts";
import { stableRandom } from "./stableRandom.ts";

/** The side where a token is made: shows the form and does what its buttons say. */
export class CraftSide {
  readonly #state = new FormState();
  readonly #message = messageView();
  readonly #random = stableRandom();
  readonly #frame = craftFrame(
    {
      chooseProfile: (name) => this.#turn(() => this.#state.chooseProfile(name)),
      chooseProvider: (id) => this.#turn(() => this.#state.chooseProvider(id)),
      mint: () => void this.mint(),
      save: () => void this.#save(),
      revert: () => this.#revert(),
    },
    this.#message,
  );
  #view: { readonly provider: string; readonly form: FormView } | undefined;
  /** Whether minting was tried: from then on what is missing is marked, too. */
  #tried = false;
  #busy = false;

  readonly node = this.#frame.node;

  /** Asks the host for what there is to choose from, and shows the form as it was left. */
  async load(): Promise<void> {
    onHostEvent("profiles", ({ profiles }) => (this.#state.setProfiles(profiles) ? this.#show() : this.#refresh()));
    onHostEvent("keys", ({ keys }) => this.#setKeys(keys));
    onHostEvent("clockJumped", () => this.#refresh());
    ask("loadKeys", {}).then((keys) => this.#setKeys(keys), this.#message.fail);
    try {
      const { providers, profiles, recent } = await ask("loadCraft", {});
      this.#state.load(providers, profiles, { form: readForm(kept()), recent });
      this.#show();
    } catch (error) {
      this.#message.fail(error);
    }
  }

  /** Fills the form from a token or a finding. Nothing is signed before the user mints. */
  edit({ focus, ...order }: FormValues): void {
    this.#turn(() => this.#state.fill(formOf(order)));
    this.#message.succeed("The form holds the token's values. Mint signs them with the key that is chosen.");
    if (focus === undefined || this.#view === undefined) this.#frame.focus();
    else this.#view.form.focus([focus]);
  }

  async mint(): Promise<void> {
    await this.#whenRight(async () => {
      const { form, isChanged } = this.#state;
      await (form.profile === "" || isChanged
        ? ask("mintOrder", { profile: form.profile, order: orderOf(form) })
        : ask("mint", { profile: form.profile }));
      return "Minted.";
    });
  }

  async #save(): Promise<void> {
    await this.#whenRight(async () => {
      const { form } = this.#state;
      const name = await ask("saveProfile", { name: form.profile, order: orderOf(form) });
      if (name === null) return "";
      this.#type({ profile: name });
      return `Saved as “${name}”.`;
    });
  }

  /** Does something with the form once nothing is wrong with it; else marks what is. */
  async #whenRight(work: () => Promise<string>): Promise<void> {
    if (this.#busy || this.#view === undefined) return;
    this.#tried = true;
    const faults = this.#refresh()?.faults;
    if (faults !== undefined && faults.size > 0) {
      this.#message.fail(new Error("Some fields are missing or invalid. They are marked in the form."));
      this.#view.form.focus([...faults.keys()]);
      return;
    }
    this.#busy = true;
    this.#message.clear();
    await work().then(this.#message.succeed, this.#message.fail);
    this.#busy = false;
  }

  async #newKey(source: KeySource): Promise<void> {
    const { form, isKeyLost } = this.#state;
    const alg = this.#judge()?.alg ?? "none";
    this.#message.clear();
    try {
      const name = await requestKey(source, { provider: form.provider, alg, name: isKeyLost ? form.key : "" });
      if (name !== null) {
        this.#state.keys = await ask("loadKeys", {});
        this.#type({ key: name });
      }
      this.#view?.form.focus([ownFields.key]);
    } catch (error) {
      this.#message.fail(error);
    }
  }

  #revert(): void {
    this.#turn(() => this.#state.revert());
    // Its button cannot be pressed any more, so the focus has to go elsewhere.
    this.#frame.focus();
  }

  #turn(change: () => void): void {
    change();
    this.#tried = false;
    this.#message.clear();
    this.#show();
  }

  #type(change: Partial<Form>): void {
    this.#state.type(change);
    keep(withoutSecrets(this.#state.form));
    this.#refresh();
  }

  /** Shows a form that is another now. */
  #show(): void {
    const { provider, form } = this.#state;
    if (provider?.id !== this.#view?.provider) {
      this.#view = provider && { provider: provider.id, form: formView(provider, this.#formActions) };
      this.#frame.slot.replaceChildren(...(this.#view === undefined ? [] : [this.#view.form.node]));
    }
    this.#view?.form.show(form);
    this.#type({});
  }

  #setKeys(keys: readonly KeyChoice[]): void {
    this.#state.keys = keys;
    this.#refresh();
  }

  #judge(): Judgement | undefined {
    const { provider, form, keys } = this.#state;
    return provider && judge(form, { provider, keys, now: Date.now() / 1000, random: this.#random });
  }

  /** Brings everything but what is typed up to date. */
  #refresh(): Judgement | undefined {
    const judged = this.#judge();
    this.#frame.update(this.#state, judged);
    if (judged === undefined) return undefined;
    const { form, keys = [] } = this.#state;
    this.#view?.form.offer(form, keys, judged.alg);
    this.#view?.form.setFaults(shownFaults(form, judged, this.#tried), judged.warnings);
    return judged;
  }

  readonly #formActions = {
    change: (change: Partial<Form>) => this.#type(change),
    setValue: (id: string, text: string) => this.#type({ values: { ...this.#state.form.values, [id]: text } }),
    key: {
      choose: (name: string) => this.#type({ key: name }),
      importKey: () => void this.#newKey("import"),
      generateKey: () => void this.#newKey("generate"),
      importDropped: (file: File) => void this.#newKey(file),
    },
  };
}
