import * as vscode from "vscode";
import { ignoreLine, isIgnored, withLine } from "../core/git/ignore.ts";
import { gitIgnoreIsLink, gitIgnoreNotWritten } from "./errors.ts";

/**
 * What git makes of a file. Where there is nobody to ask whether git tracks it, it is `not-ignored` as far as the .gitignore
 * files say, or `unclear` where these are too long to read here.
 */
export type GitState = "committed" | "staged" | "untracked" | "not-ignored" | "unclear" | "ignored";

/** The part of the API of VS Code's own git extension that is needed, version 1. */
interface GitApi {
  readonly state: "uninitialized" | "initialized";
  readonly onDidChangeState: vscode.Event<unknown>;
  getRepository(uri: vscode.Uri): Repository | null;
}
interface Repository {
  readonly rootUri: vscode.Uri;
  checkIgnore(paths: string[]): Promise<ReadonlySet<string>>;
  /** Of the index, where `treeish` is empty. Rejects for a path that is not there. */
  getObjectDetails(treeish: string, path: string): Promise<unknown>;
  log(options: { readonly path: string; readonly maxEntries: number }): Promise<readonly unknown[]>;
}

/** How long to wait for VS Code's git extension to find its repositories, in milliseconds. */
const PATIENCE = 3000;

/** What git makes of a file; undefined where it is in no repository. */
export async function gitStateOf(uri: vscode.Uri): Promise<GitState | undefined> {
  const repository = await repositoryOf(uri);
  if (repository === undefined) return stateFromFiles(uri);
  const path = uri.fsPath;
  const commits = await repository.log({ path, maxEntries: 1 }).catch(() => []);
  if (commits.length > 0) return "committed";
  const staged = await repository.getObjectDetails("", path).then(
    () => true,
    () => false,
  );
  if (staged) return "staged";
  return (await repository.checkIgnore([path])).size > 0 ? "ignored" : "untracked";
}

/**
 * Adds a file to the .gitignore of its workspace folder, or of its repository where that lies deeper.
 * Throws GITIGNORE_NOT_WRITTEN, GITIGNORE_IS_LINK.
 */
export async function addToGitIgnore(uri: vscode.Uri): Promise<void> {
  const root = (await repositoryOf(uri))?.rootUri ?? (await rootOf(uri));
  const workspace = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  const [folder] = [root, workspace].flatMap((each) => each ?? []).toSorted((a, b) => b.path.length - a.path.length);
  if (folder === undefined) throw gitIgnoreNotWritten();
  const file = vscode.Uri.joinPath(folder, ".gitignore");
  const type = await typeOf(file);
  if (isLink(type)) throw gitIgnoreIsLink();
  try {
    const text = type === undefined ? "" : new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const longer = withLine(text, ignoreLine(pathBelow(folder, uri)));
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(longer));
  } catch {
    throw gitIgnoreNotWritten();
  }
}

/** The repository as VS Code's git extension knows it; undefined where that is missing, switched off, or has not opened it. */
async function repositoryOf(uri: vscode.Uri): Promise<Repository | undefined> {
  try {
    const git = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>("vscode.git");
    const api = (await git?.activate())?.getAPI(1);
    if (api?.state === "uninitialized") await changed(api);
    return api?.getRepository(uri) ?? undefined;
  } catch {
    return undefined;
  }
}

async function changed({ onDidChangeState }: GitApi): Promise<void> {
  let listening: vscode.Disposable | undefined;
  await new Promise<void>((resolve) => {
    listening = onDidChangeState(() => resolve());
    setTimeout(resolve, PATIENCE);
  });
  listening?.dispose();
}

/** What the .gitignore files say, for hosts without git. */
async function stateFromFiles(uri: vscode.Uri): Promise<GitState | undefined> {
  const root = await rootOf(uri);
  if (root === undefined) return undefined;
  const path = pathBelow(root, uri);
  const folders = path.split("/").map((_name, index, names) =>
    names
      .slice(0, index)
      .map((name) => `${name}/`)
      .join(""),
  );
  const files = folders.map(async (folder) => ({
    folder,
    text: await rulesIn(vscode.Uri.joinPath(root, folder, ".gitignore")),
  }));
  const ignored = isIgnored(path, await Promise.all(files));
  if (ignored === undefined) return "unclear";
  return ignored ? "ignored" : "not-ignored";
}

/** The nearest folder above a file that holds `.git`. */
async function rootOf(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  for (let folder = parentOf(uri); ; folder = parentOf(folder)) {
    if ((await typeOf(vscode.Uri.joinPath(folder, ".git"))) !== undefined) return folder;
    if (folder.path === parentOf(folder).path) return undefined;
  }
}

const parentOf = (uri: vscode.Uri) => vscode.Uri.joinPath(uri, "..");

const pathBelow = (folder: vscode.Uri, uri: vscode.Uri) => uri.path.slice(folder.path.replace(/\/$/, "").length + 1);

/** What is at a place; undefined for nothing. */
const typeOf = async (uri: vscode.Uri): Promise<vscode.FileType | undefined> =>
  vscode.workspace.fs.stat(uri).then(
    ({ type }) => type,
    () => undefined,
  );

const isLink = (type: vscode.FileType | undefined): boolean => ((type ?? 0) & vscode.FileType.SymbolicLink) !== 0;

/** The text of a .gitignore file. Git does not follow one that is a symbolic link. */
async function rulesIn(file: vscode.Uri): Promise<string> {
  if (isLink(await typeOf(file))) return "";
  return vscode.workspace.fs.readFile(file).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => "",
  );
}
