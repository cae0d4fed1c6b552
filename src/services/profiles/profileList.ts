import { isJsonObject } from "../../core/json.ts";
import { type MintOrder, readProfile, type Profile } from "../../core/profile.ts";
import type { Steps } from "../../core/steps.ts";
import { type KnownProfiles, knownProfiles } from "../../core/token/origin/knownProfiles.ts";
import { signedClaims } from "../../core/token/origin/sameClaims.ts";
import { once } from "../../core/once.ts";
import type { ProfileEntries } from "../settings.ts";
import { inSlices } from "../slices.ts";

interface ReadProfiles {
  readonly own: readonly Profile[];
  readonly all: readonly Profile[];
  readonly byName: ReadonlyMap<string, Profile>;
}

/** The profiles in the settings as they are until these change: each entry is read once, and found by its name. */
export class ProfileList {
  readonly own: readonly unknown[];
  readonly workspace: readonly unknown[];
  readonly #byName = new Map<unknown, unknown>();
  readonly #ofUser: ReadonlySet<unknown>;
  readonly #ofWorkspace: ReadonlySet<unknown>;
  #read: ReadProfiles | undefined;
  /** In slices, for there may be thousands. */
  readonly known = once(async (): Promise<KnownProfiles> => inSlices(knownProfiles(this.#profiles().all)));
  readonly #signing = once(async () => inSlices(bySignedClaims(this.#profiles().all)));

  /** `entries`: as they were written. Of those of the workspace, the ones that have no name of the user's count. */
  constructor({ own, workspace }: ProfileEntries) {
    this.own = own;
    this.#ofUser = new Set(own.map(nameOf));
    this.workspace = workspace.filter((entry) => !this.#ofUser.has(nameOf(entry)));
    this.#ofWorkspace = new Set(this.workspace.map(nameOf));
    for (const entry of [...this.own, ...this.workspace]) {
      const name = nameOf(entry);
      if (!this.#byName.has(name)) this.#byName.set(name, entry);
    }
  }

  /** Those that are complete, the user's own first, in the order of the setting. */
  get all(): readonly Profile[] {
    return this.#profiles().all;
  }

  get allOwn(): readonly Profile[] {
    return this.#profiles().own;
  }

  /** The first of this name that is complete. */
  find(name: string | undefined): Profile | undefined {
    return name === undefined ? undefined : this.#profiles().byName.get(name);
  }

  entry(name: string): unknown {
    return this.#byName.get(name);
  }

  isOwn(name: string): boolean {
    return this.#ofUser.has(name);
  }

  isFromWorkspace(name: string): boolean {
    return this.#ofWorkspace.has(name);
  }

  /** Those that have a key sign the same claims for the same provider as an order does. */
  async signingAs(order: MintOrder): Promise<readonly Profile[]> {
    const claims = signedClaims(order);
    return claims === undefined ? [] : ((await this.#signing()).get(claims) ?? []);
  }

  #profiles(): ReadProfiles {
    if (this.#read === undefined) {
      const own = this.own.flatMap(readable);
      const all = [...own, ...this.workspace.flatMap(readable)];
      // Of two with one name the first counts.
      this.#read = { own, all, byName: new Map(all.toReversed().map((profile) => [profile.name, profile])) };
    }
    return this.#read;
  }
}

function* bySignedClaims(profiles: readonly Profile[]): Steps<ReadonlyMap<string, readonly Profile[]>> {
  const found = new Map<string, Profile[]>();
  for (const profile of profiles) {
    yield;
    const claims = signedClaims(profile);
    if (claims === undefined) continue;
    const same = found.get(claims);
    if (same === undefined) found.set(claims, [profile]);
    else same.push(profile);
  }
  return found;
}

function readable(entry: unknown): Profile[] {
  try {
    return [readProfile(entry)];
  } catch {
    return [];
  }
}

export const nameOf = (entry: unknown) => (isJsonObject(entry) ? entry["name"] : undefined);
