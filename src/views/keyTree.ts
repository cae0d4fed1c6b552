import * as vscode from "vscode";
import { usersByKey } from "../core/profile.ts";
import type { RememberedKey } from "../services/keys/rememberedKeys.ts";
import type { Services } from "../services/services.ts";
import { keyFacts, goneKeyFacts } from "./keyFacts.ts";
import { RowMaker } from "./row.ts";
import type { Row, Rows, Tree } from "./tree.ts";

type Users = ReturnType<typeof usersByKey>;

/** The stored keys, and those that are lost or damaged. */
export function openKeyTree(services: Services, { changed }: Tree): Rows {
  const { keys, profiles } = services;
  const maker = new RowMaker(services);
  const redraw = () => changed.fire(undefined);
  services.context.subscriptions.push(keys.onDidChange(redraw), profiles.onDidChange(redraw));

  const storedRows = async (users: Users): Promise<Row[]> =>
    (await keys.list()).map((key) => {
      const { name, kty } = key;
      const row = maker.make({ key: name }, { name, kind: kty === "oct" ? "key.secret" : "key.pair" });
      row.iconPath = new vscode.ThemeIcon(key.windowOnly === true ? "watch" : "key");
      maker.tell(row, keyFacts(key, users.get(name) ?? []));
      return row;
    });
  const goneRow = (name: string, users: Users, why: string, known?: RememberedKey): Row => {
    const row = maker.make({ key: name }, { name, kind: "key.lost" });
    row.iconPath = new vscode.ThemeIcon("warning", new vscode.ThemeColor("list.warningForeground"));
    maker.tell(row, goneKeyFacts(why, users.get(name) ?? [], known));
    return row;
  };
  return async (row) => {
    if (row !== undefined) return maker.below(row);
    const users = usersByKey(profiles.list());
    const lost = (await keys.lost()).map((key) => goneRow(key.name, users, "no longer on this machine", key));
    const damaged = (await keys.damaged()).map((name) => goneRow(name, users, "cannot be read"));
    return [...(await storedRows(users)), ...lost, ...damaged];
  };
}
