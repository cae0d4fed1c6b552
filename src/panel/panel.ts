import * as vscode from "vscode";
import { panelViewType as viewType } from "../manifest.ts";
import { craftHost } from "./craft/craftHost.ts";
import { dispatch } from "./dispatch.ts";
import { pageHtml } from "./page.ts";
import type { Services } from "../services/services.ts";
import type { HostEvent, Reply } from "./protocol.ts";
import { tokenHost } from "./token/tokenHost.ts";
import { showFailure } from "../services/notify.ts";

/** The panel of this window, and what shows it a token. */
let open: { readonly panel: vscode.WebviewPanel; readonly inspect: (compact: string) => Promise<void> } | undefined;

/** Opens the token panel beside the editor, or reveals the one that is open. `compact`: the token to show in it. */
export async function showPanel(services: Services, compact?: string): Promise<void> {
  open ??= begin(services, vscode.window.createWebviewPanel(viewType, "JWT Mint", vscode.ViewColumn.Beside));
  const { panel, inspect } = open;
  if (compact !== undefined) await inspect(compact);
  panel.reveal();
}

/** Brings a panel back that was open when the window closed. There is one panel a window. */
export function restorePanel(services: Services, panel: vscode.WebviewPanel): void {
  if (open === undefined) open = begin(services, panel);
  else panel.dispose();
}

function begin(services: Services, panel: vscode.WebviewPanel): NonNullable<typeof open> {
  const { extensionUri } = services.context;
  panel.webview.options = { enableScripts: true, localResourceRoots: resourceRoots(extensionUri) };
  const { listening, inspect } = connect(panel, services);
  panel.webview.html = pageFor(panel.webview, extensionUri);
  panel.onDidDispose(() => {
    listening.dispose();
    open = undefined;
  });
  return { panel, inspect };
}

/** A panel's traffic with its page, and what shows the page a token from elsewhere. */
interface Connection {
  readonly listening: vscode.Disposable;
  readonly inspect: (compact: string) => Promise<void>;
}

/** Joins a panel to what its two sides show: answers their requests, and tells them what changes while they can be seen. */
function connect(panel: vscode.WebviewPanel, services: Services): Connection {
  let closed = false;
  const send = async (message: HostEvent | Reply) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- VS Code's own method, which has none.
    if (!closed) await panel.webview.postMessage(message);
  };
  const tell = (event: HostEvent) => {
    // A hidden page is unloaded; it asks for everything once it is back.
    if (panel.visible) void send(event);
  };
  const craft = craftHost(services, tell);
  const token = tokenHost(services, tell);
  const jumps = services.clock.alarm(() => {
    tell({ event: "clockJumped" });
    jumps.set(Infinity);
  });
  jumps.set(Infinity);
  const handlers = { ...craft.handlers, ...token.handlers };
  const listening = vscode.Disposable.from(
    panel.webview.onDidReceiveMessage(async (message: unknown) => {
      await send(await dispatch(message, handlers, showFailure));
    }),
    craft.listening,
    token.listening,
    jumps,
    { dispose: () => (closed = true) },
  );
  return { listening, inspect: token.inspect };
}

const resourceRoots = (extensionUri: vscode.Uri) =>
  ["dist", "media"].map((folder) => vscode.Uri.joinPath(extensionUri, folder));

function pageFor(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const address = (...path: string[]) => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString();
  return pageHtml({
    script: address("dist", "webview.js"),
    stylesheets: ["panel", "craft", "token"].map((name) => address("media", `${name}.css`)),
    cspSource: webview.cspSource,
  });
}
