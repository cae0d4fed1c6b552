import type * as vscode from "vscode";
import type { Finding, SentWith } from "../core/token/inspect/finding.ts";
import { findingsWithoutKey, type Inspection, inspectToken } from "../core/token/inspect/inspect.ts";
import type { FoundToken } from "../core/token/find/find.ts";
import type { SecretEncoding } from "../core/keys/read/secret.ts";
import type { Verification, VerificationOrder } from "../core/token/verify/verifyToken.ts";
import { storedVerificationKey, type VerificationKey } from "../core/token/verify/verificationKey.ts";
import { once } from "../core/once.ts";
import { now } from "./clock.ts";
import type { KeySet, keysFromUrl } from "./keysFromUrl.ts";
import type { KeyStore } from "./keys/keyStore.ts";
import type { Profiles } from "./profiles/profiles.ts";
import type { RecentToken } from "./recentToken.ts";
import type { LoadKeyTools } from "./keyBundle.ts";

/** What the place of a token tells about it. */
export interface InspectionContext {
  readonly sentWith?: SentWith;
  /** The person asked for this token: other algorithms and well-known secrets are tried as well. */
  readonly thorough?: boolean;
}

/** What a token is verified with: a text that holds keys or a secret, or the name of a stored key. */
export type VerifyWith = string | { readonly stored: string };

/** How strictly; without `now`, at this moment. */
export type VerifyRules = Partial<Omit<VerificationOrder, "compact" | "keys">> & { readonly encoding?: SecretEncoding };

/** What is wrong with a token that is sent in such a way. */
export type FindingsOf = (token: Pick<FoundToken, "compact" | "decoded">, sentWith: SentWith) => readonly Finding[];

interface Known {
  readonly keys: KeyStore;
  readonly profiles: Profiles;
  readonly recentToken: RecentToken;
}

/** The one path from a token's text to what is known of it. Requests nothing from the network but the keys at a typed URL. */
export class Inspecting implements vscode.Disposable {
  readonly #keyTools: LoadKeyTools;
  readonly #known: Known;
  readonly #subscription: vscode.Disposable;
  /** The stored keys, read again once one of them changed. */
  #keys = once(async () => this.#loadKeys());

  constructor(keyTools: LoadKeyTools, known: Known) {
    this.#keyTools = keyTools;
    this.#known = known;
    this.#subscription = known.keys.onDidChange(() => {
      this.#keys = once(async () => this.#loadKeys());
    });
  }

  /** What is known of a token. Throws UserError for what is no token. */
  async inspect(compact: string, { sentWith, thorough }: InspectionContext = {}): Promise<Inspection> {
    const { profiles, recentToken } = this.#known;
    const minted = recentToken.current;
    const profile = minted?.compact === compact ? profiles.find(minted.profile) : undefined;
    return inspectToken({
      compact,
      keys: await this.#keys(),
      profiles: await profiles.known(),
      ...(profile !== undefined && { profile }),
      ...(sentWith !== undefined && { sentWith }),
      ...(thorough !== undefined && { thorough }),
      now: now(),
    });
  }

  /** Gives what tells what is wrong with tokens besides their signatures, for as long as the profiles are the same. */
  async findings(): Promise<FindingsOf> {
    const profiles = await this.#known.profiles.known();
    return ({ compact, decoded }, sentWith) => findingsWithoutKey({ compact, decoded, profiles, sentWith, now: now() });
  }

  /** Whether a token is valid. Throws UserError for a key that cannot be read or is not stored. */
  async verify(compact: string, key: VerifyWith, { encoding, ...rules }: VerifyRules = {}): Promise<Verification> {
    const { keysFromText, verifyToken } = await this.#keyTools();
    const keys =
      typeof key === "string"
        ? await keysFromText(key, encoding)
        : [await storedVerificationKey(key.stored, await this.#known.keys.get(key.stored))];
    return verifyToken({ now: now(), ...rules, compact, keys });
  }

  /** The keys at a URL that a person typed: the one thing here that asks the network. Throws what `keysFromUrl` throws. */
  async keysFromUrl(...typed: Parameters<typeof keysFromUrl>): Promise<KeySet> {
    return (await this.#keyTools()).keysFromUrl(...typed);
  }

  async #loadKeys(): Promise<readonly VerificationKey[]> {
    const summaries = await this.#known.keys.list();
    const loaded = summaries.map(async ({ name }) => {
      const key = await this.#known.keys.find(name);
      // A key whose stored bytes are damaged verifies nothing; minting with it says so.
      return key === undefined ? undefined : storedVerificationKey(name, key).catch(() => undefined);
    });
    return (await Promise.all(loaded)).filter((key) => key !== undefined);
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}
