import type * as vscode from "vscode";
import { KeyStore } from "../../../../src/services/keys/keyStore.ts";

/** What VS Code keeps for all its windows. */
export interface Machine {
  readonly secrets: Map<string, string>;
  /** The extension's `globalState`, as one text. */
  state: string;
  readonly listeners: Set<(state: string) => void>;
  /** Names of secrets that were decrypted. */
  readonly decrypted: string[];
}

export const newMachine = (): Machine => ({ secrets: new Map(), state: "{}", listeners: new Set(), decrypted: [] });

export const pause = (limit: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.random() * limit));

/** Whether an event is fired for each change, for none, or twice. */
type Events = "each" | "none" | "doubled";

/** The secrets of a machine as one window has them. */
export function secretsOf(machine: Machine, events: Events = "each"): vscode.SecretStorage {
  const changed = newEmitter<vscode.SecretStorageChangeEvent>();
  const tell = (key: string) => {
    for (let count = { each: 1, none: 0, doubled: 2 }[events]; count > 0; count -= 1) changed.fire({ key });
  };
  return {
    onDidChange: changed.event,
    async get(key) {
      await pause(2);
      machine.decrypted.push(key);
      return machine.secrets.get(key);
    },
    async store(key, value) {
      await pause(2);
      machine.secrets.set(key, value);
      tell(key);
    },
    async delete(key) {
      await pause(2);
      machine.secrets.delete(key);
      tell(key);
    },
    async keys() {
      await pause(2);
      return [...machine.secrets.keys()];
    },
  };
}

/** A window's `globalState` as VS Code has it: written and handed on as a whole, a little later, last writer wins. */
export function stateOf(machine: Machine): vscode.Memento & { setKeysForSync(): void } {
  let values = JSON.parse(machine.state) as Record<string, unknown>;
  machine.listeners.add((state) => {
    values = JSON.parse(state) as Record<string, unknown>;
  });
  return {
    keys: () => Object.keys(values),
    get: <T>(key: string, fallback?: T) => (values[key] as T | undefined) ?? (fallback as T),
    async update(key: string, value: unknown) {
      values = { ...values, [key]: value };
      const state = JSON.stringify(values);
      await pause(3);
      machine.state = state;
      await pause(3);
      for (const listener of machine.listeners) listener(state);
    },
    setKeysForSync: () => undefined,
  };
}

/** A window's key store; `secrets` unless the machine's own work. */
export function openWindow(machine: Machine, secrets = secretsOf(machine)): KeyStore {
  return new KeyStore({ secrets, globalState: stateOf(machine) }, newEmitter<string>());
}

export function newEmitter<T>(): vscode.EventEmitter<T> {
  const listeners = new Set<(value: T) => unknown>();
  const event = (listener: (value: T) => unknown) => {
    listeners.add(listener);
    return { dispose: () => listeners.delete(listener) };
  };
  const fire = (value: T) => listeners.forEach((listener) => listener(value));
  return { event, fire, dispose: () => listeners.clear() };
}
