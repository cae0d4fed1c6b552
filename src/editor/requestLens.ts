import * as vscode from "vscode";
import type { PlacedToken, TokenRequest } from "../core/http/read/tokens.ts";
import { withoutIcons } from "../core/markdown.ts";
import { shown } from "../core/visible.ts";
import { stateWords } from "../core/token/words/state.ts";
import { type Alarm, now } from "../services/clock.ts";
import type { Services } from "../services/services.ts";
import { settingChanged, showsLenses } from "../services/settings.ts";
import { requestFiles, tokensIn, visibleEditors } from "./requestDocument.ts";
import { RequestPlace } from "./requestPlace.ts";
import { originName, tokenOrigin } from "./tokenOrigin.ts";

type LensServices = Pick<Services, "profiles" | "recentToken">;
type MakeCommand = () => vscode.Command;

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
      const profiles = services.profiles.list();
      const last = profiles.find(({ name }) => name === services.recentToken.profile) ?? profiles[0];
      const { requests } = await tokensIn(document);
      if (cancellation.isCancellationRequested) return [];
      const context = { uri: document.uri, profile: last?.name, services, alarm, pause: requests.length / 1000 };
      return requests.flatMap((request) => lenses.of(request, context));
    },
    // Another lens, so that VS Code asks again when the time has passed.
    resolveCodeLens: (lens) => new vscode.CodeLens(lens.range, lenses.commandOf(lens)),
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
  let known = new WeakMap<TokenRequest, readonly vscode.CodeLens[]>();
  const commands = new WeakMap<vscode.CodeLens, MakeCommand>();
  const make = (request: TokenRequest, context: LensContext) => {
    const lenses = commandsFor(request, context).map((makeCommand) => {
      const lens = new vscode.CodeLens(new vscode.Range(request.line, 0, request.line, 0));
      commands.set(lens, makeCommand);
      return lens;
    });
    known.set(request, lenses);
    return lenses;
  };
  return {
    of: (request: TokenRequest, context: LensContext) => known.get(request) ?? make(request, context),
    commandOf: (lens: vscode.CodeLens) => commands.get(lens)?.() ?? { title: "", command: "" },
    forget: () => (known = new WeakMap()),
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
      () => stateCommand(token, context),
      act("Refresh", "jwtMint.refreshToken", "Mint a new token and put it in this one's place"),
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
function stateCommand(token: PlacedToken, { uri, services, alarm, pause }: LensContext): vscode.Command {
  const { text, until } =
    token.decoded.kind === "JWE" ? { text: "encrypted", until: undefined } : stateWords(token.decoded.claims, now());
  if (until !== undefined) alarm.set(Math.max(until, now() + pause));
  const place = new vscode.Position(token.line, token.start);
  return {
    title: `${asTitle(originName(tokenOrigin(services, token)))} · ${text}`,
    command: "editor.action.goToLocations",
    arguments: [uri, place, [new vscode.Location(uri, place)]],
    tooltip: "Go to the token",
  };
}
