import type * as vscode from "vscode";
import type * as inspectTools from "../core/token/inspectTools.ts";
import type { Finding } from "../core/token/inspect/finding.ts";
import type { SentWith } from "../core/token/inspect/subject.ts";
import type { Inspection } from "../core/token/inspect/inspect.ts";
import type { SecretEncoding } from "../core/keys/read/secret.ts";
import type { Verification } from "../core/token/verify/verification.ts";
import type { VerificationKey } from "../core/token/verify/verificationKey.ts";
import type * as verifyTools from "./verifyTools.ts";
import type { VerificationOrder } from "../core/token/verify/verifyToken.ts";
import { loadBundle } from "./bundle.ts";
import { now } from "./clock.ts";
import type { KeySet } from "./keysFromUrl.ts";
import type { KeyStore } from "./keys/keyStore.ts";
import type { Profiles } from "./profiles/profiles.ts";
import type { RecentToken } from "./recentToken.ts";

/** The module as its bundle exports it. */
type InspectTools = typeof inspectTools;

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

interface Known {
  readonly keys: KeyStore;
  readonly profiles: Profiles;
  readonly recentToken: RecentToken;
}

/** The one path from a token's text to what is known of it. Requests nothing from the network but the keys at a typed URL. */
export class Inspecting implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #known: Known;
  readonly #subscription: vscode.Disposable;
  #tools: Promise<InspectTools> | undefined;
  #verifying: Promise<typeof verifyTools> | undefined;
  #keys: Promise<readonly VerificationKey[]> | undefined;

  constructor(extensionUri: vscode.Uri, known: Known) {
    this.#extensionUri = extensionUri;
    this.#known = known;
    this.#subscription = known.keys.onDidChange(() => (this.#keys = undefined));
  }

  /** What is known of a token. Throws UserError for what is no token. */
  async inspect(compact: string, { sentWith, thorough }: InspectionContext = {}): Promise<Inspection> {
    const { profiles, recentToken } = this.#known;
    const { inspectToken } = await this.tools();
    const known = profiles.list();
    const minted = recentToken.current;
    const profile = minted?.compact === compact ? known.find(({ name }) => name === minted.profile) : undefined;
    return inspectToken({
      compact,
      keys: await this.#verificationKeys(),
      profiles: known,
      ...(profile !== undefined && { profile }),
      ...(sentWith !== undefined && { sentWith }),
      ...(thorough !== undefined && { thorough }),
      now: now(),
    });
  }

  /** What is wrong with a token besides its signature. Throws UserError for what is no token. */
  async findings(compact: string, { sentWith }: InspectionContext = {}): Promise<readonly Finding[]> {
    const { inspectToken } = await this.tools();
    const profiles = this.#known.profiles.list();
    const order = { compact, keys: [], profiles, ...(sentWith !== undefined && { sentWith }), now: now() };
    return (await inspectToken(order)).findings;
  }

  /** Whether a token is valid. Throws UserError for a key that cannot be read or is not stored. */
  async verify(compact: string, key: VerifyWith, { encoding, ...rules }: VerifyRules = {}): Promise<Verification> {
    const { keysFromText, storedVerificationKey, verifyToken } = await this.#verifyTools();
    const keys =
      typeof key === "string"
        ? await keysFromText(key, encoding)
        : [await storedVerificationKey(key.stored, await this.#known.keys.get(key.stored))];
    return verifyToken({ now: now(), ...rules, compact, keys });
  }

  /** The keys at a URL that a person typed: the one thing here that asks the network. Throws what `keysFromUrl` throws. */
  async keysFromUrl(...typed: Parameters<typeof verifyTools.keysFromUrl>): Promise<KeySet> {
    return (await this.#verifyTools()).keysFromUrl(...typed);
  }

  /** What inspects, without the stored keys; loaded at the first call. */
  async tools(): Promise<InspectTools> {
    this.#tools ??= loadBundle<InspectTools>(this.#extensionUri, "inspect");
    return this.#tools;
  }

  async #verifyTools(): Promise<typeof verifyTools> {
    this.#verifying ??= loadBundle<typeof verifyTools>(this.#extensionUri, "verify");
    return this.#verifying;
  }

  async #verificationKeys(): Promise<readonly VerificationKey[]> {
    this.#keys ??= this.#loadKeys();
    // Keys that could not be read now may be readable next time.
    this.#keys.catch(() => (this.#keys = undefined));
    return this.#keys;
  }

  async #loadKeys(): Promise<readonly VerificationKey[]> {
    const { storedVerificationKey } = await this.tools();
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
