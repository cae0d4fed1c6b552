import * as vscode from "vscode";
import type { Profile } from "../core/profile.ts";
import { liveVariables, type LiveVariable } from "../core/variable.ts";
import { type Alarm, now } from "../services/clock.ts";
import { LiveTokens } from "../services/liveTokens.ts";
import { showFailure } from "../services/notify.ts";
import type { Services } from "../services/services.ts";
import { connectHttpYac, type ProvideVariables } from "./httpYac.ts";
import { processEnvironment } from "../services/nodeProcess.ts";
import { TokenEnvironment } from "./tokenEnvironment.ts";

/** How often the tokens' age is looked at, in seconds: soon after what kept one from being minted is mended. */
const LOOK = 5;

/** Keeps the variables of profiles that have one: for httpYac, REST Client and new terminals. Without one, does nothing. */
export function registerLiveVariables(services: Services): vscode.Disposable {
  const variables = new LiveVariables(services);
  const changed = () => variables.renew();
  changed();
  return vscode.Disposable.from(
    services.profiles.onDidChange(changed),
    services.keys.onDidChange(changed),
    vscode.workspace.onDidGrantWorkspaceTrust(changed),
    vscode.extensions.onDidChange(changed),
    variables,
  );
}

class LiveVariables implements vscode.Disposable {
  readonly #profiles: Services["profiles"];
  readonly #tokens: LiveTokens;
  readonly #context: vscode.ExtensionContext;
  #environment: TokenEnvironment | undefined;
  /** Variables whose failure was shown: once is enough until something changes. */
  readonly #failed = new Set<string>();
  #wanted: readonly LiveVariable[] = [];
  #work: Promise<void> = Promise.resolve();
  readonly #alarm: Alarm;
  #disconnect: (() => void) | undefined;

  constructor({ clock, context, profiles, minting }: Services) {
    this.#profiles = profiles;
    this.#tokens = new LiveTokens(async (profile) => minting.mintProfile(profile), now);
    this.#context = context;
    this.#alarm = clock.alarm(() => this.#look());
  }

  /** Reads the profiles and mints anew. */
  renew(): void {
    this.#wanted = vscode.workspace.isTrusted ? liveVariables(this.#usable()) : [];
    if (this.#wanted.length > 0) this.#environment ??= environmentOf(this.#context);
    this.#tokens.forget();
    this.#failed.clear();
    this.#environment?.expire();
    this.#environment?.keep(this.#wanted);
    this.#alarm.stop();
    if (this.#wanted.length > 0 && this.#environment !== undefined) this.#look();
    this.#enqueue(async () => this.#connect());
  }

  #look(): void {
    this.#enqueue(async () => this.#refresh());
    this.#alarm.set(now() + LOOK);
  }

  /** A profile of the workspace counts once the user has confirmed it. */
  #usable(): readonly Profile[] {
    const named = this.#profiles.list().filter(({ variable }) => variable !== undefined);
    return named.filter((profile) => !this.#profiles.needsConfirmation(profile));
  }

  /** One after the other, so that a slow signature never undoes what came after it. */
  #enqueue(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch(showFailure);
  }

  async #refresh(): Promise<void> {
    for (const variable of this.#wanted) {
      const done = await this.#attempt(variable, async () => {
        const token = await this.#tokens.get(variable.profile);
        // It may have been switched off while the token was signed.
        if (this.#wanted.includes(variable)) this.#environment?.set(variable, token);
        return true;
      });
      if (done === undefined) this.#environment?.remove(variable.environmentName);
    }
  }

  async #attempt<T>({ variable }: LiveVariable, work: () => Promise<T>): Promise<T | undefined> {
    try {
      const result = await work();
      this.#failed.delete(variable);
      return result;
    } catch (error) {
      if (!this.#failed.has(variable)) showFailure(error);
      this.#failed.add(variable);
      return undefined;
    }
  }

  readonly #provide: ProvideVariables = async (uses) => {
    const used = this.#wanted.filter(({ variable }) => uses(variable));
    const entries = used.map(async (variable) =>
      this.#attempt(variable, async (): Promise<[string, string]> => {
        const { compact } = await this.#tokens.get(variable.profile);
        return [variable.variable, compact];
      }),
    );
    return Object.fromEntries((await Promise.all(entries)).filter((entry) => entry !== undefined));
  };

  async #connect(): Promise<void> {
    if (this.#wanted.length === 0) {
      this.#disconnect?.();
      this.#disconnect = undefined;
      return;
    }
    if (this.#disconnect !== undefined) return;
    const api: unknown = await vscode.extensions.getExtension("anweber.vscode-httpyac")?.activate();
    this.#disconnect = connectHttpYac(api, this.#provide);
  }

  dispose(): void {
    this.#wanted = [];
    this.#alarm.dispose();
    this.#environment?.keep([]);
    this.#disconnect?.();
  }
}

function environmentOf({ environmentVariableCollection: terminals }: vscode.ExtensionContext) {
  const process = processEnvironment();
  if (process === undefined) return undefined;
  terminals.persistent = false;
  terminals.description = "Fresh tokens of the profiles that are used as variables";
  return new TokenEnvironment(process, terminals, now);
}
