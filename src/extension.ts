import * as vscode from "vscode";
import type * as main from "./commands/table.ts";
import { isJsonObject } from "./core/json.ts";
import { once } from "./core/once.ts";
import { registerTokenContext } from "./editor/tokenContext.ts";
import { registerTokenHover } from "./editor/tokenHover.ts";
import { takesTokens } from "./editor/requestFile.ts";
import { panelViewType, viewIds } from "./manifest.ts";
import { loadBundle } from "./services/bundle.ts";
import { markedFiles, profileEntries, settingChanged } from "./services/settings.ts";
import { registerTree, type Row } from "./views/tree.ts";

/** When VS Code has long started, in milliseconds. */
const SETTLED = 5000;

/**
 * Registers the commands and little else: what a command needs is loaded when the first one runs,
 * so that starting VS Code does not pay for it.
 */
export function activate(context: vscode.ExtensionContext): void {
  const start = once(async () => {
    const { createFeatures } = await loadBundle<typeof main>(context.extensionUri, "main");
    variablesWatch.dispose();
    return createFeatures(context);
  });
  const variablesWatch = whenVariablesExist(start);
  context.subscriptions.push(variablesWatch, whenRequestsShow(start));
  const restorer = {
    deserializeWebviewPanel: async (panel: vscode.WebviewPanel) => (await start()).restorePanel(panel),
  };
  context.subscriptions.push(
    vscode.window.registerWebviewPanelSerializer(panelViewType, restorer),
    registerTokenHover(async () => (await start()).tellToken),
    registerTokenContext(),
  );
  const views = new Map<unknown, vscode.TreeView<Row>>();
  for (const id of viewIds) {
    const view = registerTree(id, async (tree) => (await start()).openTree(id, tree));
    views.set(id, view);
    context.subscriptions.push(view);
  }
  // A keybinding cannot pass the row that has the focus, so it selects the row and names the view.
  const meant = (argument: unknown) => (views.has(argument) ? views.get(argument)?.selection[0] : argument);
  for (const id of commandsOf(context.extension.packageJSON)) {
    context.subscriptions.push(
      vscode.commands.registerCommand(id, async (argument?: unknown) => (await start()).run(id, meant(argument))),
    );
  }
  // Whoever has profiles will soon run a command, and then waits for none of this.
  const warmUp = setTimeout(() => {
    if (hasProfile(() => true)) void start();
  }, SETTLED);
  context.subscriptions.push({ dispose: () => clearTimeout(warmUp) });
}

/** The ids of the commands that package.json contributes. */
function commandsOf(manifest: unknown): readonly string[] {
  const contributes = isJsonObject(manifest) ? manifest["contributes"] : undefined;
  const commands = isJsonObject(contributes) ? contributes["commands"] : undefined;
  if (!Array.isArray(commands)) return [];
  return commands.flatMap((item) =>
    isJsonObject(item) && typeof item["command"] === "string" ? [item["command"]] : [],
  );
}

/** A profile that is used as a variable has its token before any command runs. */
function whenVariablesExist(start: () => Promise<unknown>): vscode.Disposable {
  const look = () => {
    if (hasProfile((profile) => "variable" in profile)) void start();
  };
  setTimeout(look);
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (settingChanged(event, "profiles")) look();
  });
}

/** Lenses and marks come alive with the first file in sight that they are for. */
function whenRequestsShow(start: () => Promise<unknown>): vscode.Disposable {
  const look = () => {
    if (!vscode.window.visibleTextEditors.some(({ document }) => mayBeMarked(document))) return;
    watching.dispose();
    void start();
  };
  const watching = vscode.window.onDidChangeVisibleTextEditors(look);
  setTimeout(look);
  return watching;
}

const mayBeMarked = (document: vscode.TextDocument) => takesTokens(document) || markedFiles(document) === "everywhere";

function hasProfile(suits: (profile: object) => boolean): boolean {
  const { own, workspace } = profileEntries();
  return [...own, ...workspace].some((profile) => isJsonObject(profile) && suits(profile));
}
