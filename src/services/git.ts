import * as vscode from "vscode";
import { ignoreLine, isIgnored, withLine } from "../core/git/ignore.ts";
import { gitIgnoreNotWritten } from "./errors.ts";

/** What git makes of a file. `not-ignored`: there is nobody to ask whether git tracks it. */
export type GitState = "committed" | "staged" | "untracked" | "not-ignored" | "ignored";

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

/** Adds a file to the .gitignore of its workspace folder, or of its repository where that lies deeper. Throws GITIGNORE_NOT_WRITTEN. */
export async function addToGitIgnore(uri: vscode.Uri): Promise<void> {
  const root = (await repositoryOf(uri))?.rootUri ?? (await rootOf(uri));
  const workspace = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  const [folder] = [root, workspace].flatMap((each) => each ?? []).toSorted((a, b) => b.path.length - a.path.length);
  if (folder === undefined) throw gitIgnoreNotWritten();
  const file = vscode.Uri.joinPath(folder, ".gitignore");
  const text = withLine((await textOf(file)) ?? "", ignoreLine(pathBelow(folder, uri)));
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
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
  const texts = folders.map(async (folder) => ({
    folder,
    text: (await textOf(vscode.Uri.joinPath(root, folder, ".gitignore"))) ?? "",
  }));
  return isIgnored(path, await Promise.all(texts)) ? "ignored" : "not-ignored";
}

/** The nearest folder above a file that holds `.git`. */
async function rootOf(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  for (let folder = parentOf(uri); ; folder = parentOf(folder)) {
    if (await exists(vscode.Uri.joinPath(folder, ".git"))) return folder;
    if (folder.path === parentOf(folder).path) return undefined;
  }
}

const parentOf = (uri: vscode.Uri) => vscode.Uri.joinPath(uri, "..");

const pathBelow = (folder: vscode.Uri, uri: vscode.Uri) => uri.path.slice(folder.path.replace(/\/$/, "").length + 1);

const exists = async (uri: vscode.Uri): Promise<boolean> =>
  vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );

const textOf = async (uri: vscode.Uri): Promise<string | undefined> =>
  vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
