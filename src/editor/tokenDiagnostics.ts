import * as vscode from "vscode";
import { isReplaceable, type PlacedToken, stateOf } from "../core/http/read/tokens.ts";
import { describeMoment } from "../core/token/words/state.ts";
import { now } from "../services/clock.ts";
import type { Judged } from "./tokenFaults.ts";

/** States that keep a token from being accepted. */
type Unusable = "expired" | "not-yet-valid";

/** Who marks: diagnostics that a person sees carry it. */
export const SOURCE = "JWT Mint";

export function unusableState({ decoded }: PlacedToken): Unusable | undefined {
  const state = stateOf(decoded, now());
  return state === "expired" || state === "not-yet-valid" ? state : undefined;
}

export const rangeOf = ({ line, start, end }: PlacedToken) => new vscode.Range(line, start, line, end);

/** At most one a token: its time, since a fresh one may have no other fault, else the worst that is found. */
export function diagnosticsOf({ token, faults: [worst] }: Judged): vscode.Diagnostic[] {
  const state = unusableState(token);
  if (state !== undefined) return [diagnosticAt(token, messageOf(token, state), state)];
  return worst === undefined ? [] : [diagnosticAt(token, `${worst.message} ${worst.remedy}`, worst.code)];
}

function diagnosticAt(token: PlacedToken, message: string, code: string): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(rangeOf(token), message, severityOf(token));
  diagnostic.source = SOURCE;
  diagnostic.code = code;
  return diagnostic;
}

/** What nothing sends is worth knowing, and no more. */
const severityOf = ({ where }: PlacedToken) =>
  where === "comment" || where === "response"
    ? vscode.DiagnosticSeverity.Information
    : vscode.DiagnosticSeverity.Warning;

function messageOf(token: PlacedToken, state: Unusable): string {
  const { exp, nbf } = token.decoded.claims ?? {};
  if (state === "not-yet-valid") return `This token becomes valid ${describeMoment(Number(nbf))}.`;
  return `This token expired ${describeMoment(Number(exp))}.${isReplaceable(token) ? " Refresh it before you send it." : ""}`;
}
