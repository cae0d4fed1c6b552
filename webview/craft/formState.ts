import type { Profile } from "../../src/core/profile.ts";
import type { Provider } from "../../src/core/providers/provider.ts";
import type { KeyChoice } from "../../src/panel/craft/protocol.ts";
import { emptyForm, formOf, sameOrder, type Form } from "./form.ts";

/** What there is to choose from, and what the form holds. Knows neither the page nor the host. */
export class FormState {
  #providers: readonly Provider[] = [];
  #profiles: readonly Profile[] = [];
  #form: Form = emptyForm(undefined);
  /** What was typed and is not saved, by profile or provider: looking at another loses nothing. */
  readonly #typed = new Map<string, Form>();

  /** Undefined: not known yet, or the secret storage cannot be read. */
  keys: readonly KeyChoice[] | undefined;

  get providers(): readonly Provider[] {
    return this.#providers;
  }

  get profiles(): readonly Profile[] {
    return this.#profiles;
  }

  get form(): Form {
    return this.#form;
  }

  get provider(): Provider | undefined {
    return this.#provider(this.#form.provider);
  }

  /** Whether the form orders something else than the profile that it began with, or than an empty form. */
  get isChanged(): boolean {
    return !sameOrder(this.#form, this.#saved);
  }

  /** Whether the form's key was stored once and is not there any more. */
  get isKeyLost(): boolean {
    return this.#form.key !== "" && this.keys?.every(({ name }) => name !== this.#form.key) === true;
  }

  /** Begins with a form that was kept, else with the profile that was used last, else with the first. */
  load(
    providers: readonly Provider[],
    profiles: readonly Profile[],
    { form, recent }: { readonly form: Form | undefined; readonly recent: string },
  ): void {
    this.#providers = providers;
    this.#profiles = profiles;
    this.#set(form ?? this.#savedAs(this.#profile(recent)?.name ?? profiles[0]?.name ?? ""));
  }

  /** Takes over what was typed. */
  type(change: Partial<Form>): void {
    this.#form = { ...this.#form, ...change };
  }

  /** Turns to a profile; "" to a new one. */
  chooseProfile(name: string): void {
    this.#turnTo(name === "" ? emptyForm(this.provider) : this.#savedAs(name));
  }

  chooseProvider(id: string): void {
    if (id !== this.#form.provider) this.#turnTo(emptyForm(this.#provider(id)));
  }

  /** Fills the form; what was typed before is kept aside. */
  fill(form: Form): void {
    this.#putAside();
    this.#set(form);
  }

  revert(): void {
    this.#set(this.#saved);
  }

  /** The profiles have changed: a form that was not changed follows its profile. True where the form is another now. */
  setProfiles(profiles: readonly Profile[]): boolean {
    const follows = !this.isChanged;
    this.#profiles = profiles;
    const { profile, provider } = this.#form;
    if (provider === "" && profiles[0] !== undefined) this.#set(this.#savedAs(profiles[0].name));
    else if (profile !== "" && this.#profile(profile) === undefined) this.type({ profile: "" });
    else if (profile !== "" && follows) this.revert();
    else return false;
    return true;
  }

  get #saved(): Form {
    return this.#form.profile === "" ? emptyForm(this.provider) : this.#savedAs(this.#form.profile);
  }

  #savedAs(name: string): Form {
    const profile = this.#profile(name);
    return profile === undefined ? emptyForm(undefined) : formOf({ ...profile, profile: name });
  }

  #turnTo(form: Form): void {
    this.#putAside();
    this.#set(this.#typed.get(placeOf(form)) ?? form);
  }

  #putAside(): void {
    if (this.isChanged) this.#typed.set(placeOf(this.#form), this.#form);
    else this.#typed.delete(placeOf(this.#form));
  }

  /** A form whose provider or profile is gone meanwhile begins anew, or without it. */
  #set(form: Form): void {
    if (this.#provider(form.provider) === undefined) this.#form = emptyForm(undefined);
    else this.#form = this.#profile(form.profile) === undefined ? { ...form, profile: "" } : form;
  }

  #profile(name: string): Profile | undefined {
    return this.#profiles.find((profile) => profile.name === name);
  }

  #provider(id: string): Provider | undefined {
    return this.#providers.find((provider) => provider.id === id);
  }
}

const placeOf = ({ profile, provider }: Form) => JSON.stringify([profile, profile === "" ? provider : ""]);
