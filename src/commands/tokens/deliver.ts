import * as vscode from "vscode";
import { decode, exactParts } from "../../core/token/read/decode.ts";
import { firstWrongTime } from "../../core/token/rules/times.ts";
import { curlCommand } from "../../core/token/mint/delivery.ts";
import { describeState } from "../../core/token/words/state.ts";
import { shown } from "../../core/visible.ts";
import { inFront, targetEditor } from "../../editor/targetEditor.ts";
import { now } from "../../services/clock.ts";
import type { Minted } from "../../services/minting.ts";
import { showFailure, showInformation, showWarning } from "../../services/notify.ts";
import type { Services } from "../../services/services.ts";
import { askAndInsert } from "../../dialogs/tokens/askAndInsert.ts";

/** Puts a minted token where a person needs it: the clipboard, the status bar, and offers the request and cURL. */
export async function deliver(services: Services, minted: Minted): Promise<void> {
  await vscode.env.clipboard.writeText(minted.compact);
  services.recentToken.set(minted);
  // The command is done once the token is there; what is offered may wait as long as the user likes.
  void offer(services, minted).catch(showFailure);
}

async function offer(services: Services, minted: Minted): Promise<void> {
  const decoded = decode(minted.compact);
  const insert = "Insert into Request";
  const curl = "Copy as cURL";
  const copied = `${shown(minted.provider.name)} token copied: ${describeState(decoded.claims, now())}.`;
  const wrong = firstWrongTime(exactParts(decoded).claims, { now: now() });
  const chosen = await (wrong === undefined
    ? showInformation(copied, insert, curl)
    : showWarning(`${copied} ${wrong.message} ${wrong.remedy}`, insert, curl));
  if (chosen === insert) await askAndInsert(services, minted, await inFront(targetEditor(services)));
  if (chosen === curl) {
    await vscode.env.clipboard.writeText(
      curlCommand(minted.delivery, minted.provider.samples[0], minted.environment.url),
    );
  }
}
