import * as vscode from "vscode";
import { Clock } from "./clock.ts";
import { AllowedCalls } from "./calls/allowedCalls.ts";
import { askAllowed } from "./calls/askAllowed.ts";
import { CallsSetting } from "./calls/callsSetting.ts";
import { DecodedDocuments } from "./decodedDocuments.ts";
import { Inspecting } from "./inspecting.ts";
import { KeyStore } from "./keys/keyStore.ts";
import { keyToolsOf, type LoadKeyTools } from "./keyBundle.ts";
import { Minting } from "./minting.ts";
import { Profiles } from "./profiles/profiles.ts";
import { RecentEditors } from "./recentEditors.ts";
import { RecentToken } from "./recentToken.ts";

/** What a row of a tree stands for, by name. */
export interface Subject {
  readonly profile?: string;
  readonly key?: string;
}

/** What features share. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly clock: Clock;
  readonly keys: KeyStore;
  readonly keyTools: LoadKeyTools;
  readonly profiles: Profiles;
  readonly minting: Minting;
  readonly allowedCalls: AllowedCalls;
  readonly inspecting: Inspecting;
  readonly recentToken: RecentToken;
  readonly recentEditors: RecentEditors;
  readonly decodedDocuments: DecodedDocuments;
  /** The trees' rows. A map of our own, so that nothing from outside is taken for a row. */
  readonly rows: WeakMap<vscode.TreeItem, Subject>;
}

export function createServices(context: vscode.ExtensionContext): Services {
  const keys = new KeyStore(context, new vscode.EventEmitter());
  const profiles = new Profiles(context);
  const minting = new Minting(keys, profiles);
  const allowedCalls = createAllowedCalls(context, keys, profiles);
  const recentToken = new RecentToken(context);
  const keyTools = keyToolsOf(context);
  const inspecting = new Inspecting(keyTools, { keys, profiles, recentToken });
  const recentEditors = new RecentEditors();
  const decodedDocuments = new DecodedDocuments();
  context.subscriptions.push(keys, profiles, minting, recentToken, recentEditors, inspecting, decodedDocuments);
  return {
    context,
    clock: new Clock(),
    keys,
    keyTools,
    profiles,
    minting,
    allowedCalls,
    recentToken,
    recentEditors,
    inspecting,
    decodedDocuments,
    rows: new WeakMap(),
  };
}

function createAllowedCalls(context: vscode.ExtensionContext, keys: KeyStore, profiles: Profiles): AllowedCalls {
  const changed = new vscode.EventEmitter<void>();
  const setting = new CallsSetting(() => changed.fire());
  context.subscriptions.push(changed, setting);
  return new AllowedCalls({
    memento: context.globalState,
    changed,
    mode: () => setting.mode,
    folders: () => (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString()),
    async ask(subject, question) {
      // A key that is not there is named for what it is, and needs no answer.
      await keys.get(subject.key);
      const profile = subject.profile === undefined ? undefined : profiles.get(subject.profile);
      return askAllowed({ ...question, subject, profile });
    },
  });
}
