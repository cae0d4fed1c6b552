import { variableTaken, type LiveVariable } from "../core/variable.ts";
import type { LiveToken } from "../services/liveTokens.ts";
import type { Environment } from "../services/nodeProcess.ts";

/** The part of VS Code's EnvironmentVariableCollection that is needed. */
interface Terminals {
  replace(name: string, value: string): void;
  delete(name: string): void;
}

/** Two moments in seconds since the epoch. Outside of it the next token is due, also where the clock was set back. */
interface Span {
  readonly from: number;
  readonly until: number;
}

const PAST: Span = { from: 0, until: 0 };

/** How long new terminals get the same token without `exp`, in seconds: each change asks for open terminals' relaunch. */
const TERMINAL_REUSE = 240;

const looksLikeToken = (value: string) => /^[\w-]+\.[\w-]+\.[\w-]*$/.test(value);

/** The environment variables that hold tokens: those of the extension host, and those that new terminals get. */
export class TokenEnvironment {
  readonly #process: Environment;
  readonly #terminals: Terminals;
  readonly #now: () => number;
  /** By name: when terminals keep the token they get. */
  readonly #held = new Map<string, Span>();

  constructor(process: Environment, terminals: Terminals, now: () => number) {
    this.#process = process;
    this.#terminals = terminals;
    this.#now = now;
  }

  /** Throws VARIABLE_TAKEN for a variable that was there and holds something else, such as PATH. */
  set({ environmentName: name }: LiveVariable, { compact, mintedAt, freshUntil, expires }: LiveToken): void {
    const present = this.#process[name];
    // A token may have come along from a terminal of another window in which VS Code was started.
    if (!this.#held.has(name) && present !== undefined && !looksLikeToken(present)) {
      throw variableTaken(name, "your system");
    }
    if (present !== compact) this.#process[name] = compact;
    const now = this.#now();
    const { from, until } = this.#held.get(name) ?? PAST;
    if (from <= now && now < until) return;
    this.#terminals.replace(name, compact);
    this.#held.set(name, { from: mintedAt, until: expires ? freshUntil : mintedAt + TERMINAL_REUSE });
  }

  /** Has terminals get the next token, however fresh theirs is: the key or the profile is another now. */
  expire(): void {
    for (const name of this.#held.keys()) this.#held.set(name, PAST);
  }

  /** Removes every variable that is not among these. */
  keep(variables: readonly LiveVariable[]): void {
    const kept = new Set(variables.map(({ environmentName }) => environmentName));
    for (const name of this.#held.keys()) if (!kept.has(name)) this.remove(name);
  }

  remove(name: string): void {
    if (!this.#held.delete(name)) return;
    delete this.#process[name];
    this.#terminals.delete(name);
  }
}
