import * as vscode from "vscode";
import type { PlacedToken, TokenRequest } from "../core/http/read/tokens.ts";
import { withoutIcons } from "../core/markdown.ts";
import { shown } from "../core/visible.ts";
import type { KnownProfiles } from "../core/token/origin/knownProfiles.ts";
import { stateWords } from "../core/token/words/state.ts";
import { type Alarm, now } from "../services/clock.ts";
import type { Services } from "../services/services.ts";
import { settingChanged, showsLenses } from "../services/settings.ts";
import { firstOf, type Limit } from "./firstOf.ts";
import { requestFiles, tokensIn, visibleEditors } from "./requestDocument.ts";
import { RequestPlace } from "./requestPlace.ts";
import { originAmong, originName } from "./tokenOrigin.ts";

type LensServices = Pick<Services, "profiles" | "recentToken">;
type MakeCommand = (known: KnownProfiles) => vscode.Command;

/** VS Code takes all lenses of a file at once. */
const limit: Limit = {
  most: 5000,
  say: (all, most) => `This file has ${all} requests. JWT Mint tells of the tokens of the first ${most} above them.`,
};

/** Over each request: what its token is and how long it lasts, with what refreshes it; or what mints one. */
export function registerRequestLens(services: LensServices & Pick<Services, "clock">): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const lenses = createLenses();
  const fire = () => changed.fire();
  const renew = () => {
    lenses.forget();
    fire();
  };
  // VS Code resolves only the lenses in view, so that the clock is watched for these alone.
  const alarm = services.clock.alarm(fire);
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document, cancellation) {
      if (!showsLenses(document)) return [];
      const { profiles, recentToken } = services;
      const last = profiles.find(recentToken.profile) ?? profiles.list()[0];
      const { requests } = await tokensIn(document);
      if (cancellation.isCancellationRequested) return [];
      const first = firstOf(document, requests, limit);
      const context = { uri: document.uri, profile: last?.name, services, alarm, pause: first.length / 1000 };
      return first.flatMap((request) => lenses.of(request, context));
    },
    // Another lens, so that VS Code asks again when the time has passed.
    resolveCodeLens: async (lens) =>
      new vscode.CodeLens(lens.range, lenses.commandOf(lens, await services.profiles.known())),
  };
  return vscode.Disposable.from(
    vscode.languages.registerCodeLensProvider(requestFiles, provider),
    services.profiles.onDidChange(renew),
    services.recentToken.onDidChange(renew),
    vscode.window.onDidChangeVisibleTextEditors(() => visibleEditors().length === 0 && alarm.stop()),
    vscode.workspace.onDidChangeConfiguration((event) => settingChanged(event, "codeLens") && fire()),
    alarm,
    changed,
  );
}

/** The lenses of requests, made once for each that an edit leaves as it was. Their commands wait until they are in view. */
function createLenses() {
  let made = new WeakMap<TokenRequest, readonly vscode.CodeLens[]>();
  const commands = new WeakMap<vscode.CodeLens, MakeCommand>();
  const make = (request: TokenRequest, context: LensContext) => {
    const lenses = commandsFor(request, context).map((makeCommand) => {
      const lens = new vscode.CodeLens(new vscode.Range(request.line, 0, request.line, 0));
      commands.set(lens, makeCommand);
      return lens;
    });
    made.set(request, lenses);
    return lenses;
  };
  return {
    of: (request: TokenRequest, context: LensContext) => made.get(request) ?? make(request, context),
    commandOf: (lens: vscode.CodeLens, known: KnownProfiles) =>
      commands.get(lens)?.(known) ?? { title: "", command: "" },
    forget: () => (made = new WeakMap()),
  };
}

interface LensContext {
  readonly uri: vscode.Uri;
  /** The profile to offer first. */
  readonly profile: string | undefined;
  readonly services: LensServices;
  readonly alarm: Alarm;
  /** Seconds to leave between two updates: VS Code asks for all lenses of a file to change one. */
  readonly pause: number;
}

function commandsFor(request: TokenRequest, context: LensContext): readonly MakeCommand[] {
  const { token, line } = request;
  const { uri, profile } = context;
  const act = (title: string, command: string, tooltip: string, chosen?: string): MakeCommand => {
    return () => ({
      title,
      command,
      tooltip,
      arguments: [new RequestPlace(uri, new vscode.Position(line, 0), chosen)],
    });
  };
  if (token !== undefined) {
    return [
      (known) => stateCommand(token, context, known),
      act("Refresh", "jwtMint.refreshToken", "Mint a new token and replace this one"),
      act("Refresh & Send", "jwtMint.refreshAndSend", "Refresh the token, then send the request"),
      act("Inspect", "jwtMint.inspectToken", "Show the token's header and claims in the token panel"),
    ];
  }
  if (request.authorizedElsewhere) return [];
  const insert = "jwtMint.insertToken";
  return [
    ...(profile === undefined
      ? []
      : [act(`Mint ${asTitle(profile)}`, insert, "Mint a token into this request", profile)]),
    act("Mint token…", insert, "Choose what to mint into this request"),
  ];
}

/** A lens reads icons in its title. */
const asTitle = (name: string) => withoutIcons(shown(name));

/** Selecting it goes to the token, which a variable may hold elsewhere in the file. */
function stateCommand(
  token: PlacedToken,
  { uri, services, alarm, pause }: LensContext,
  known: KnownProfiles,
): vscode.Command {
  const origin = originAmong(known, services, token);
  const { text, until } =
    token.decoded.kind === "JWE" ? { text: "encrypted", until: undefined } : stateWords(token.decoded.claims, now());
  if (until !== undefined) alarm.set(Math.max(until, now() + pause));
  const place = new vscode.Position(token.line, token.start);
  return {
    title: `${asTitle(originName(origin))} · ${text}`,
    command: "editor.action.goToLocations",
    arguments: [uri, place, [new vscode.Location(uri, place)]],
    tooltip: "Go to the token",
  };
}
