import * as vscode from "vscode";
import { fileNotDeleted } from "../errors.ts";

import { addToGitIgnore, gitStateOf, type GitState } from "../../services/git.ts";
import { shown } from "../../core/visible.ts";
import type { KeySummary } from "../../core/keys/key.ts";
import { askModal, showInformation, showWarning } from "../../services/notify.ts";
import type { Services } from "../../services/services.ts";
import { isInWorkspace } from "./saveFile.ts";
import { showFailure } from "../../services/notify.ts";

const IGNORE = "Add to .gitignore";
const TRASH = "Move File to Trash";

/** A file that a key was imported from. */
interface KeyFile {
  readonly uri: vscode.Uri;
  /** Whether the key outlives the window, so that the file is not needed any more. */
  readonly kept: boolean;
}

/**
 * Says what git makes of the file that a key came from, where it came from one in the workspace, and offers to put that
 * right. Does not wait for the user.
 */
export function careForKeyFile(
  { keys }: Pick<Services, "keys">,
  uri: vscode.Uri | undefined,
  { windowOnly }: Partial<KeySummary>,
): void {
  if (uri === undefined || !isInWorkspace(uri)) return;
  const care = async () => offerCare({ uri, kept: windowOnly !== true && !(await keys.isVolatile()) });
  care().catch(showFailure);
}

async function offerCare({ uri, kept }: KeyFile): Promise<void> {
  const state = await gitStateOf(uri);
  const actions = [...(mayIgnore(state) ? [IGNORE] : []), ...(kept ? [TRASH] : [])];
  const message = `${keyFileSentence(nameOf(uri), state)}${kept ? " The key is stored, so you can delete the file." : ""}`;
  const show = state === "ignored" || state === undefined ? showInformation : showWarning;
  const chosen = await show(message, ...actions);
  if (chosen === TRASH) await moveToTrash(uri);
  if (chosen !== IGNORE) return;
  await addToGitIgnore(uri);
  await offerCare({ uri, kept });
}

const mayIgnore = (state: GitState | undefined) => state === "untracked" || state === "not-ignored";

function keyFileSentence(file: string, state: GitState | undefined): string {
  const name = shown(file);
  switch (state) {
    case "committed":
      return `${name} is in git's history, for everyone who has the repository. Replace this key with a new one.`;
    case "staged":
      return `Git tracks ${name} and will include it in the next commit. Run: ${untrack(file)}.`;
    case "untracked":
      return `Git does not ignore ${name}, so a commit could include the key.`;
    case "not-ignored":
      return `No .gitignore names ${name}, so a commit could include the key. If one did, replace the key.`;
    case "unclear":
      return `The .gitignore files above ${name} are too long to be read here. Make sure that git ignores it.`;
    case "ignored":
      return `Git ignores ${name}.`;
    case undefined:
      return `${name} is in this workspace.`;
  }
}

async function moveToTrash(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri, { useTrash: true });
    return;
  } catch {
    const question = `There is no trash for ${shown(nameOf(uri))}. Delete the file permanently?`;
    await askModal(question, "This cannot be undone. The key stays in VS Code's secret storage.", "Delete");
  }
  try {
    await vscode.workspace.fs.delete(uri);
  } catch {
    throw fileNotDeleted();
  }
}

/**
 * Warns of a file with a token that git would commit, and offers to ignore it. Outside a repository there is nothing to warn
 * of. Does not wait for the user.
 */
export function careForTokenFile(uri: vscode.Uri): void {
  warnOfToken(uri).catch(showFailure);
}

async function warnOfToken(uri: vscode.Uri): Promise<void> {
  const state = await gitStateOf(uri);
  if (state === undefined || state === "ignored") return;
  const chosen = await showWarning(tokenFileSentence(nameOf(uri), state), ...(mayIgnore(state) ? [IGNORE] : []));
  if (chosen === IGNORE) await addToGitIgnore(uri);
}

function tokenFileSentence(file: string, state: GitState): string {
  const name = shown(file);
  if (mayIgnore(state))
    return `${name} now holds a token and git does not ignore it. Add it to .gitignore before you commit.`;
  return state === "unclear"
    ? `${name} now holds a token. Make sure that git ignores it before you commit.`
    : `${name} now holds a token and git tracks it. Remove it from git before you commit: ${untrack(file)}.`;
}

/** The command that takes a file out of git, whole only where no shell would make something else of the name. */
const untrack = (file: string) =>
  /["$`\\!%]/.test(file) || shown(file) !== file ? "git rm --cached" : `git rm --cached "${file}"`;

const nameOf = ({ path }: vscode.Uri) => path.slice(path.lastIndexOf("/") + 1);
