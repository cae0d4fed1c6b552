import * as vscode from "vscode";
import { noEditor } from "../../editor/errors.ts";

import { providers } from "../../core/providers/index.ts";
import { insertDelivery } from "../../editor/insertion.ts";
import type { RequestPlace } from "../../editor/requestPlace.ts";
import { askAndMint } from "../../services/profiles/confirmProfile.ts";
import type { Services } from "../../services/services.ts";
import { chooseProfile } from "../profiles/chooseProfile.ts";

/** Mints a token into the request at a place in sight, with the profile chosen there or asked for. */
export async function insertAtPlace(services: Services, place: RequestPlace): Promise<void> {
  const { uri, position } = place;
  const question = { title: "Insert Token into Request", providers };
  const minted = await askAndMint(services, place.profile ?? (await chooseProfile(services, question)));
  const { visibleTextEditors } = vscode.window;
  const editor = visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  if (editor === undefined) throw noEditor();
  await insertDelivery(editor, minted.delivery, { position });
  services.recentToken.set(minted);
}
