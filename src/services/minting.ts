import type * as vscode from "vscode";
import { profileUnconfirmed } from "./profiles/errors.ts";
import type { Alg } from "../core/algorithms.ts";

import type { TokenDelivery } from "../core/http/insert/edit.ts";
import { deliveryOf } from "../core/token/mint/delivery.ts";
import { algOf } from "../core/token/mint/craft.ts";
import { mint } from "../core/token/mint/mint.ts";
import type { Key } from "../core/keys/key.ts";
import { signingKey } from "../core/keys/hostKey.ts";
import { environmentOf, type MintOrder, profileInvalid } from "../core/profile.ts";
import { requireProvider } from "../core/providers/index.ts";
import { withKeyDefaults } from "../core/providers/inputs.ts";
import type { Environment, Provider } from "../core/providers/provider.ts";
import { mostBetween, type Reading, readClocks } from "./clock.ts";
import type { KeyStore } from "./keys/keyStore.ts";
import type { Profiles } from "./profiles/profiles.ts";

/** A token, and what it takes to deliver it. */
export interface Minted {
  /** What no other token of this window has. */
  readonly id: string;
  readonly compact: string;
  readonly provider: Provider;
  readonly delivery: TokenDelivery;
  readonly environment: Environment;
  /** The profile's name, where it came from one. */
  readonly profile?: string;
  /** What it was minted from. */
  readonly order: MintOrder;
  /** Seconds since the epoch. */
  readonly mintedAt: number;
}

/** A token to deliver, of which the rest is known only where it was minted here or recognised. */
export type TokenInHand = Pick<Minted, "delivery"> & Partial<Pick<Minted, "profile" | "provider">>;

/** How long a key signs before it is looked for again, in seconds: that another window changed it may go unsaid. */
const LOOK_AGAIN = 10;

interface LoadedKey {
  readonly key: Key;
  readonly readAt: Reading;
  /** By algorithm: WebCrypto ties an RSA or HMAC key to one hash. */
  readonly signing: Map<Alg, Promise<CryptoKey>>;
}

type MintingProfiles = Pick<Profiles, "get" | "needsConfirmation" | "findUnconfirmed">;

/** The one path from a stored key to a signed token. Keeps each key it used as a non-extractable CryptoKey until it changes. */
export class Minting implements vscode.Disposable {
  readonly #keys: Pick<KeyStore, "get">;
  readonly #profiles: MintingProfiles;
  readonly #loaded = new Map<string, Promise<LoadedKey>>();
  readonly #subscription: vscode.Disposable;
  readonly #clocks: () => Reading;
  /** Begins anywhere, so that tokens of two windows differ as well, and those of a time that a clock shows twice. */
  #serial = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

  constructor(keys: Pick<KeyStore, "get" | "onDidChange">, profiles: MintingProfiles, clocks = readClocks) {
    this.#keys = keys;
    this.#profiles = profiles;
    this.#clocks = clocks;
    this.#subscription = keys.onDidChange((name) => this.#loaded.delete(name));
  }

  /** Throws PROFILE_UNCONFIRMED for a profile of the workspace that the user has not confirmed as it is. */
  async mintProfile(name: string): Promise<Minted> {
    const profile = this.#profiles.get(name);
    if (this.#profiles.needsConfirmation(profile)) throw profileUnconfirmed(name, profile.key ?? "");
    return { ...(await this.#mint(profile, name)), profile: name };
  }

  /** The same for an order, where it says what such a profile says. */
  async mintOrder(order: MintOrder): Promise<Minted> {
    const unconfirmed = await this.#profiles.findUnconfirmed(order);
    if (unconfirmed !== undefined) throw profileUnconfirmed(unconfirmed.name, unconfirmed.key ?? "");
    return this.#mint(order);
  }

  async #mint(order: MintOrder, profile = "unsaved"): Promise<Minted> {
    const provider = requireProvider(order.provider);
    const loaded = order.key === undefined ? undefined : await this.#load(order.key);
    const values = loaded === undefined ? order.values : withKeyDefaults(provider, order.values, loaded.key);
    const alg = algOf(provider, values);
    if (alg !== "none" && loaded === undefined) throw profileInvalid(profile, "it names no key");
    const mintedAt = this.#clocks().wall;
    const compact = await mint({
      provider,
      values,
      now: mintedAt,
      serial: this.#nextSerial(),
      lifetime: order.lifetime,
      kid: loaded?.key.kid,
      thumbprint: loaded?.key.thumbprint,
      key: alg === "none" || loaded === undefined ? undefined : await keyForAlg(loaded, alg),
    });
    return {
      id: crypto.randomUUID(),
      order,
      mintedAt,
      compact,
      provider,
      delivery: deliveryOf(compact, provider, values),
      environment: environmentOf(provider, order.environment),
    };
  }

  async #load(name: string): Promise<LoadedKey> {
    const known = this.#loaded.get(name);
    if (known !== undefined && mostBetween((await known).readAt, this.#clocks()) < LOOK_AGAIN) return known;
    const loaded = this.#read(name, known);
    this.#loaded.set(name, loaded);
    // A key that could not be read may be there next time.
    loaded.catch(() => this.#loaded.delete(name));
    return loaded;
  }

  async #read(name: string, before: Promise<LoadedKey> | undefined): Promise<LoadedKey> {
    const key = await this.#keys.get(name);
    const { key: old, signing } = (await before) ?? {};
    const same = old?.material.base64 === key.material.base64 && signing !== undefined;
    return { key, readAt: this.#clocks(), signing: same ? signing : new Map() };
  }

  #nextSerial(): number {
    this.#serial = (this.#serial + 1) % 1_000_000;
    return this.#serial;
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}

async function keyForAlg({ key, signing }: LoadedKey, alg: Alg): Promise<CryptoKey> {
  const loaded = signing.get(alg) ?? signingKey(key, alg);
  signing.set(alg, loaded);
  return loaded;
}
