import { isJsonObject } from "../../core/json.ts";
import type { MintOrder } from "../../core/profile.ts";

/** What a person is asked about before calls by argument have a stored key sign. An answer holds for all of it, as it was. */
export interface CallSubject {
  /** The profile's name. Absent: an order without one, with any values. */
  readonly profile?: string;
  readonly provider: string;
  readonly key: string;
  readonly environment?: string;
}

/** What a person allowed, in windows on one folder or everywhere. */
export interface AllowedCall extends CallSubject {
  /** The folder's URI; empty: windows without a folder. Absent: everywhere. */
  readonly folder?: string;
}

/** What an order is asked about; undefined for one that no stored key signs. */
export function subjectOf({ provider, key, environment }: MintOrder, profile?: string): CallSubject | undefined {
  if (key === undefined) return undefined;
  return {
    ...(profile !== undefined && { profile }),
    provider,
    key,
    ...(environment !== undefined && { environment }),
  };
}

const isSame = (one: CallSubject, other: CallSubject) =>
  one.profile === other.profile &&
  one.provider === other.provider &&
  one.key === other.key &&
  one.environment === other.environment;

const isSameAnswer = (one: AllowedCall, other: AllowedCall) => isSame(one, other) && one.folder === other.folder;

/** Whether a subject is allowed in a window on these folders: everywhere, or in each of them. */
export function isAllowed(allowed: readonly AllowedCall[], subject: CallSubject, folders: readonly string[]): boolean {
  const own = allowed.filter((call) => isSame(call, subject));
  if (own.some(({ folder }) => folder === undefined)) return true;
  return placesOf(folders).every((place) => own.some(({ folder }) => folder === place));
}

/** The answers "in this folder" to a question in a window on these folders. */
export const allowedIn = (subject: CallSubject, folders: readonly string[]): readonly AllowedCall[] =>
  placesOf(folders).map((folder) => answerIn(subject, folder));

const answerIn = (subject: CallSubject, folder: string): AllowedCall => ({ ...subject, folder });

const placesOf = (folders: readonly string[]) => (folders.length === 0 ? [""] : folders);

export const withAnswers = (allowed: readonly AllowedCall[], added: readonly AllowedCall[]): readonly AllowedCall[] => [
  ...withoutAnswers(allowed, added),
  ...added,
];

export const withoutAnswers = (allowed: readonly AllowedCall[], gone: readonly AllowedCall[]): readonly AllowedCall[] =>
  allowed.filter((call) => !gone.some((each) => isSameAnswer(each, call)));

/** Where calls with a profile are allowed, in words; undefined where a person is asked first. */
export function allowedWords(
  allowed: readonly AllowedCall[],
  subject: CallSubject,
  folders: readonly string[],
): string | undefined {
  const own = allowed.filter((call) => isSame(call, subject));
  if (own.some(({ folder }) => folder === undefined)) return "allowed everywhere";
  const others = own.filter(({ folder = "" }) => !placesOf(folders).includes(folder)).length;
  const elsewhere = `${others} other ${others === 1 ? "folder" : "folders"}`;
  if (isAllowed(own, subject, folders)) {
    return others === 0 ? "allowed in this folder" : `allowed in this folder and ${elsewhere}`;
  }
  return others === 0 ? undefined : `allowed in ${elsewhere}`;
}

/** The answers that a state holds. What is no answer counts as not there. */
export const readAnswers = (state: unknown): readonly AllowedCall[] =>
  Array.isArray(state) ? state.filter(isAllowedCall) : [];

const isAllowedCall = (value: unknown): value is AllowedCall =>
  isJsonObject(value) &&
  [value["provider"], value["key"]].every((member) => typeof member === "string") &&
  [value["profile"], value["environment"], value["folder"]].every((member) =>
    ["string", "undefined"].includes(typeof member),
  );
