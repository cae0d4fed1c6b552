import * as vscode from "vscode";
import { profileMissing, profileNameInvalid, profileNameTaken, profileOfWorkspace } from "./errors.ts";

import { isJsonObject, type JsonObject } from "../../core/json.ts";
import { type MintOrder, readProfile, type Profile } from "../../core/profile.ts";
import { givesSameClaims } from "../../core/token/origin/sameClaims.ts";
import { type ProfileEntries, profileEntries, settingChanged, writeProfileEntries } from "../settings.ts";
import { ConfirmedProfiles } from "./confirmedProfiles.ts";

/**
 * The profiles in the user's settings, and behind them those of the workspace's settings, which never take the place of one
 * of the user's. A key signs for one of these only once the user has confirmed it.
 */
export class Profiles implements vscode.Disposable {
  #entries: ProfileEntries | undefined;
  readonly #confirmed: ConfirmedProfiles;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor({ workspaceState }: Pick<vscode.ExtensionContext, "workspaceState">) {
    this.#confirmed = new ConfirmedProfiles(workspaceState);
    const readAgain = () => {
      this.#entries = undefined;
      this.#changed.fire();
    };
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidGrantWorkspaceTrust(readAgain),
      vscode.workspace.onDidChangeConfiguration((event) => settingChanged(event, "profiles") && readAgain()),
    );
  }

  /** The profiles that are complete, the user's own first, in the order of the setting. */
  list(): readonly Profile[] {
    const { own, workspace } = this.#read();
    return [...own, ...workspace].flatMap(readable);
  }

  /** Those of the user's own settings. */
  listOwn(): readonly Profile[] {
    return this.#read().own.flatMap(readable);
  }

  isOwn(name: string): boolean {
    return this.#read().own.some((entry) => nameOf(entry) === name);
  }

  /** Throws PROFILE_MISSING, or PROFILE_OF_WORKSPACE, unless a profile stands in the user's settings. */
  requireOwn(name: string): void {
    if (!this.isOwn(name)) throw this.isFromWorkspace(name) ? profileOfWorkspace(name) : profileMissing(name);
  }

  isFromWorkspace(name: string): boolean {
    return this.#read().workspace.some((entry) => nameOf(entry) === name);
  }

  /** Whether a key may sign for a profile only after the user has confirmed it as it is. */
  needsConfirmation(profile: Profile): boolean {
    return profile.key !== undefined && this.isFromWorkspace(profile.name) && !this.#confirmed.has(profile);
  }

  /** The profile that needs the user's confirmation for what an order has its key sign; undefined where none does. */
  unconfirmed(order: MintOrder): Profile | undefined {
    const { own, workspace } = this.#read();
    if (workspace.length === 0) return undefined;
    const same = (profile: Profile) => givesSameClaims(profile, order);
    if (own.flatMap(readable).some(same)) return undefined;
    return workspace.flatMap(readable).find((profile) => same(profile) && this.needsConfirmation(profile));
  }

  /** Remembers that the user lets a key sign for a profile of the workspace. */
  async confirm(profile: Profile): Promise<void> {
    await this.#confirmed.add(profile);
    this.#changed.fire();
  }

  /** The profile of this name. Throws PROFILE_MISSING, or PROFILE_INVALID for one that was written by hand and is not complete. */
  get(name: string): Profile {
    const { own, workspace } = this.#read();
    const entry = [...own, ...workspace].find((candidate) => nameOf(candidate) === name);
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

  #read(): ProfileEntries {
    // Reading settings costs more than an ECDSA signature, so the entries are kept until they change.
    this.#entries ??= readSettings();
    return this.#entries;
  }

  async #write(entries: readonly unknown[] | undefined): Promise<void> {
    await writeProfileEntries(entries);
    this.#entries = undefined;
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }
}

function readSettings(): ProfileEntries {
  const { own, workspace } = profileEntries();
  const names = new Set(own.map(nameOf));
  const trusted = vscode.workspace.isTrusted ? workspace : [];
  return { own, workspace: trusted.filter((entry) => !names.has(nameOf(entry))) };
}

function readable(entry: unknown): Profile[] {
  try {
    return [readProfile(entry)];
  } catch {
    return [];
  }
}

const withMember = (entry: unknown, member: JsonObject) => (isJsonObject(entry) ? { ...entry, ...member } : entry);

const nameOf = (entry: unknown) => (isJsonObject(entry) ? entry["name"] : undefined);
