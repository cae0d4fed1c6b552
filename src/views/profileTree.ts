import * as vscode from "vscode";
import { decode } from "../core/token/read/decode.ts";
import { stateAt, stateWords, type StateWords } from "../core/token/words/state.ts";
import type { KeySummary } from "../core/keys/key.ts";
import type { Profile } from "../core/profile.ts";
import { subjectOf } from "../services/calls/answers.ts";
import { now } from "../services/clock.ts";
import type { Minted } from "../services/minting.ts";
import { MOST_LISTED } from "../services/profiles/listedProfiles.ts";
import type { Services } from "../services/services.ts";
import { keyIsMissing, profileFacts } from "./profileFacts.ts";
import { moreRow, RowMaker } from "./row.ts";
import type { Row, Rows, Tree } from "./tree.ts";

/** The shortest time that a countdown stays the same, in seconds: a row that is redrawn under the mouse loses a click. */
const FINEST = 10;

interface Shown {
  readonly row: Row;
  readonly profile: Profile;
}

/** The profiles, each with its last token's countdown, which moves only in sight and redraws only its own row. */
export function openProfileTree(services: Services, { view, changed }: Tree): Rows {
  const { allowedCalls, clock, keys, profiles, recentToken } = services;
  const maker = new RowMaker(services);
  let shown: readonly Shown[] = [];
  let known: readonly KeySummary[] = [];

  const tell = (row: Row, profile: Profile) => {
    const token = wordsOf(recentToken.of(profile.name));
    alarm.set(token?.until);
    row.iconPath = token?.expired === true || keyIsMissing(profile, known) ? warning : account;
    maker.tell(row, profileFacts(profile, { keys: known, token: token?.text, ...trustOf(services, profile) }));
  };
  const tick = () => {
    if (!view.visible) return;
    for (const { row, profile } of shown) {
      const before = row.description;
      tell(row, profile);
      if (row.description !== before) changed.fire(row);
    }
  };
  const alarm = clock.alarm(tick);
  services.context.subscriptions.push(
    alarm,
    keys.onDidChange(() => changed.fire(undefined)),
    profiles.onDidChange(() => changed.fire(undefined)),
    allowedCalls.onDidChange(() => changed.fire(undefined)),
    recentToken.onDidChange(tick),
    view.onDidChangeVisibility(({ visible }) => (visible ? tick() : alarm.stop())),
  );
  return async (row) => {
    if (row !== undefined) return maker.below(row);
    known = await keys.list();
    const all = profiles.list();
    shown = all.slice(0, MOST_LISTED).map((profile) => ({ row: rowFor(maker, profile), profile }));
    for (const { row: made, profile } of shown) tell(made, profile);
    return withRest(shown, all.length);
  };
}

/** What a profile may have its key do unasked. */
function trustOf({ profiles, allowedCalls }: Services, profile: Profile) {
  const subject = subjectOf(profile, profile.name);
  return { workspace: profiles.isFromWorkspace(profile.name), calls: subject && allowedCalls.words(subject) };
}

const rowFor = (maker: RowMaker, { name }: Profile) => maker.make({ profile: name }, { name, kind: "profile" });

const withRest = (shown: readonly Shown[], all: number): Row[] => [
  ...shown.map(({ row }) => row),
  ...(all > shown.length ? [moreRow(all - shown.length)] : []),
];

const account = new vscode.ThemeIcon("account");
const warning = new vscode.ThemeIcon("warning", new vscode.ThemeColor("list.warningForeground"));

function wordsOf(minted: Minted | undefined): (StateWords & { readonly expired: boolean }) | undefined {
  if (minted === undefined) return undefined;
  const { claims } = decode(minted.compact);
  return { ...stateWords(claims, now(), FINEST), expired: stateAt(claims, now()) === "expired" };
}
