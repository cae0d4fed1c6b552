import { soleToken } from "../core/token/find/pastedToken.ts";
import * as vscode from "vscode";
import { argumentInvalid } from "../core/errors.ts";
import { isJsonObject, type JsonObject } from "../core/json.ts";
import type { RequestPlace } from "../editor/requestPlace.ts";
import type { CallServices } from "../services/calls/callServices.ts";
import type { Services, Subject } from "../services/services.ts";

/** A command in its two ways: called with one argument object, or asked for by a person. */
export interface Command {
  /**
   * Asks only what must be asked of a person, shows nothing, resolves to the contract's value, throws UserError.
   * Absent: the command is for a person alone.
   */
  readonly call?: (services: CallServices, argument: JsonObject) => Promise<unknown>;
  /**
   * Asks for what is missing and shows the outcome. Throws CancellationError when the user leaves. Resolves to nothing: a task
   * can run it as well, and would get the token. Absent: without an argument it is called with an empty one.
   */
  readonly ask?: (services: Services, chosen: Chosen) => Promise<void>;
}

/** What a person chose the command on: the profile or key of a tree's row, or a place. Nothing in the palette. */
export interface Chosen extends Subject {
  /** Where the lens or quick fix stands; absent: the cursor counts. */
  readonly place?: RequestPlace;
}

/** A member that must be a text. Throws ARGUMENT_INVALID. */
export function requiredText(argument: JsonObject, member: string): string {
  const value = optionalText(argument, member);
  if (value === undefined) throw argumentInvalid(`"${member}" is missing`);
  return value;
}

/** A member that must be a text with a token in it. Throws ARGUMENT_INVALID or TOKENS_SEVERAL. */
export const requiredToken = (argument: JsonObject, member: string): string =>
  soleToken(requiredText(argument, member));

export function optionalText(argument: JsonObject, member: string): string | undefined {
  const value = argument[member];
  if (value !== undefined && typeof value !== "string") throw argumentInvalid(`"${member}" must be a text`);
  return value;
}

export function optionalNumber(argument: JsonObject, member: string): number | undefined {
  const value = argument[member];
  if (value !== undefined && typeof value !== "number") throw argumentInvalid(`"${member}" must be a number`);
  return value;
}

/** A member that switches something on. */
export function optionalFlag(argument: JsonObject, member: string): boolean {
  const value = argument[member] ?? false;
  if (typeof value !== "boolean") throw argumentInvalid(`"${member}" must be true or false`);
  return value;
}

/** The member `uri`: a `Uri`, what is left of one that came from another process, or its text. Throws ARGUMENT_INVALID. */
export function requiredUri(argument: JsonObject): vscode.Uri {
  const value: unknown = argument["uri"];
  if (value instanceof vscode.Uri) return value;
  try {
    if (isJsonObject(value)) {
      const part = (member: string) => optionalText(value, member) ?? "";
      return vscode.Uri.from({
        scheme: requiredText(value, "scheme"),
        authority: part("authority"),
        path: part("path"),
        query: part("query"),
        fragment: part("fragment"),
      });
    }
    return vscode.Uri.parse(requiredText(argument, "uri"), true);
  } catch {
    throw argumentInvalid('"uri" is missing, or does not name a file such as file:///home/me/key.pem');
  }
}

/** A member that must be one of some texts. Throws ARGUMENT_INVALID. */
export function optionalChoice<T extends string>(
  argument: JsonObject,
  member: string,
  choices: readonly T[],
): T | undefined {
  const value = optionalText(argument, member);
  const choice = choices.find((candidate) => candidate === value);
  if (value !== undefined && choice === undefined) {
    throw argumentInvalid(`"${member}" must be one of ${choices.join(", ")}`);
  }
  return choice;
}
