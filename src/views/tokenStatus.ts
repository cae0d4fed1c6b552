import * as vscode from "vscode";
import { decode } from "../core/token/read/decode.ts";
import { describeState, expiresSoon, stateAt } from "../core/token/words/state.ts";
import { withoutIcons } from "../core/markdown.ts";
import { shown } from "../core/visible.ts";
import type { JsonObject } from "../core/json.ts";
import { now } from "../services/clock.ts";
import type { Minted } from "../services/minting.ts";
import type { Services } from "../services/services.ts";

/** Shows the last token's countdown (for a token without `exp` its age) in the status bar, each second. */
export function registerTokenStatus({
  clock,
  recentToken,
}: Pick<Services, "clock" | "recentToken">): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("jwtMint.token", vscode.StatusBarAlignment.Right, 100);
  item.name = "JWT Mint";
  item.command = "jwtMint.openPanel";
  const update = () => {
    const minted = recentToken.current;
    if (minted === undefined) return;
    paint(item, minted, decode(minted.compact).claims);
    alarm.set(Math.floor(now()) + 1);
    item.show();
  };
  const alarm = clock.alarm(update);
  return vscode.Disposable.from(recentToken.onDidChange(update), alarm, item);
}

function paint(item: vscode.StatusBarItem, { provider, profile }: Minted, claims: JsonObject | undefined): void {
  const words = describeState(claims, now());
  const soon = expiresSoon(claims, now());
  const warns = soon || stateAt(claims, now()) === "expired";
  const icon = warns ? "$(warning)" : "$(key)";
  item.text = `${icon} ${withoutIcons(shown(provider.name))}: ${words}`;
  item.tooltip = `${shown(profile ?? provider.name)} token, ${words}. ${soon ? "Mint it again before you rely on it. " : ""}Select to open the token panel.`;
  item.backgroundColor = warns ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
}
