import * as vscode from "vscode";
import { profileMissing, profileNameInvalid, profileNameTaken, profileOfWorkspace } from "./errors.ts";

import { isJsonObject, type JsonObject } from "../../core/json.ts";
import { type MintOrder, type Profile, readProfile } from "../../core/profile.ts";
import type { KnownProfiles } from "../../core/token/origin/knownProfiles.ts";
import { type ProfileEntries, profileEntries, settingChanged, writeProfileEntries } from "../settings.ts";
import { settingsNotWritten } from "../errors.ts";
import { ConfirmedProfiles } from "./confirmedProfiles.ts";
import { nameOf, ProfileList } from "./profileList.ts";

/**
 * The profiles in the user's settings, and behind them those of the workspace's settings, which never take the place of one
 * of the user's. A key signs for one of these only once the user has confirmed it.
 */
export class Profiles implements vscode.Disposable {
  #list: ProfileList | undefined;
  readonly #confirmed: ConfirmedProfiles;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor({ workspaceState }: Pick<vscode.ExtensionContext, "workspaceState">) {
    this.#confirmed = new ConfirmedProfiles(workspaceState);
    const readAgain = () => {
      this.#list = undefined;
      // In a turn of its own: with thousands of profiles VS Code itself takes long over the change.
      setTimeout(() => this.#changed.fire());
    };
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidGrantWorkspaceTrust(readAgain),
      vscode.workspace.onDidChangeConfiguration((event) => settingChanged(event, "profiles") && readAgain()),
    );
  }

  /** The profiles that are complete, the user's own first, in the order of the setting. */
  list(): readonly Profile[] {
    return this.#read().all;
  }

  /** Those of the user's own settings. */
  listOwn(): readonly Profile[] {
    return this.#read().allOwn;
  }

  /** The complete profile of this name. */
  find(name: string | undefined): Profile | undefined {
    return this.#read().find(name);
  }

  /** The same as `list` by what tells their tokens. Thousands take a while. */
  async known(): Promise<KnownProfiles> {
    return this.#read().known();
  }

  isOwn(name: string): boolean {
    return this.#read().isOwn(name);
  }

  /** Throws PROFILE_MISSING, or PROFILE_OF_WORKSPACE, unless a profile stands in the user's settings. */
  requireOwn(name: string): void {
    if (!this.isOwn(name)) throw this.isFromWorkspace(name) ? profileOfWorkspace(name) : profileMissing(name);
  }

  isFromWorkspace(name: string): boolean {
    return this.#read().isFromWorkspace(name);
  }

  /** Whether a key may sign for a profile only after the user has confirmed it as it is. */
  needsConfirmation(profile: Profile): boolean {
    return profile.key !== undefined && this.isFromWorkspace(profile.name) && !this.#confirmed.has(profile);
  }

  /** The profile that needs the user's confirmation for what an order has its key sign; undefined where none does. */
  async findUnconfirmed(order: MintOrder): Promise<Profile | undefined> {
    const list = this.#read();
    if (list.workspace.length === 0) return undefined;
    const same = await list.signingAs(order);
    if (same.some(({ name }) => !list.isFromWorkspace(name))) return undefined;
    return same.find((profile) => this.needsConfirmation(profile));
  }

  /** Remembers that the user lets a key sign for a profile of the workspace. */
  async confirm(profile: Profile): Promise<void> {
    await this.#confirmed.add(profile);
    this.#changed.fire();
  }

  /** The profile of this name. Throws PROFILE_MISSING, or PROFILE_INVALID for one that was written by hand and is not complete. */
  get(name: string): Profile {
    const entry = this.#read().entry(name);
    if (entry === undefined) throw profileMissing(name);
    return readProfile(entry);
  }

  /** Saves a profile in the user's settings, replacing one of the same name. Throws SETTINGS_NOT_WRITTEN. */
  async save(profile: Profile): Promise<void> {
    const entries = this.#read().own;
    const index = entries.findIndex((entry) => nameOf(entry) === profile.name);
    await this.#write(index < 0 ? [...entries, profile] : entries.with(index, profile));
  }

  /** Throws PROFILE_MISSING, PROFILE_OF_WORKSPACE, PROFILE_NAME_INVALID or PROFILE_NAME_TAKEN where a profile cannot get another name. */
  checkRename(from: string, to: string): void {
    this.requireOwn(from);
    if (to.trim() === "") throw profileNameInvalid();
    if (to !== from && this.isOwn(to)) throw profileNameTaken(to);
  }

  /** Gives a profile another name. Throws what `checkRename` throws, or SETTINGS_NOT_WRITTEN. */
  async rename(from: string, to: string): Promise<void> {
    this.checkRename(from, to);
    const entries = this.#read().own;
    if (to !== from)
      await this.#write(entries.map((entry) => (nameOf(entry) === from ? withMember(entry, { name: to }) : entry)));
  }

  /** Lets the profiles that use a key use another, also those that are not complete. Throws SETTINGS_NOT_WRITTEN. */
  async replaceKey(from: string, to: string): Promise<void> {
    const uses = (entry: unknown) => isJsonObject(entry) && entry["key"] === from;
    const entries = this.#read().own;
    if (!entries.some(uses)) return;
    await this.#write(entries.map((entry) => (uses(entry) ? withMember(entry, { key: to }) : entry)));
  }

  /** Deletes a profile. Throws PROFILE_MISSING, or PROFILE_OF_WORKSPACE. */
  async delete(name: string): Promise<void> {
    this.requireOwn(name);
    const rest = this.#read().own.filter((entry) => nameOf(entry) !== name);
    await this.#write(rest.length === 0 ? undefined : rest);
  }

  #read(): ProfileList {
    // Reading settings costs more than an ECDSA signature, so the profiles are kept until they change.
    this.#list ??= new ProfileList(readSettings());
    return this.#list;
  }

  async #write(entries: readonly unknown[] | undefined): Promise<void> {
    try {
      await writeProfileEntries(entries);
    } catch {
      throw settingsNotWritten();
    }
    this.#list = undefined;
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }
}

function readSettings(): ProfileEntries {
  const { own, workspace } = profileEntries();
  return { own, workspace: vscode.workspace.isTrusted ? workspace : [] };
}

const withMember = (entry: unknown, member: JsonObject) => (isJsonObject(entry) ? { ...entry, ...member } : entry);
