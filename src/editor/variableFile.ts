import * as vscode from "vscode";
import { editNotApplied } from "../core/errors.ts";
import { editsForEnvFile, namesInEnvFile } from "../core/http/files/envFile.ts";
import { editForEnvironmentFile, environmentsIn } from "../core/http/files/environmentFile.ts";
import { environmentFilePublic } from "../core/http/errors.ts";
import { namedKind } from "./requestFile.ts";

/** A file of variables in an editor: one set of them, or one for each environment. */
export interface VariableFile {
  readonly editor: vscode.TextEditor;
  /** The names in a `.env` file. */
  readonly names?: readonly string[];
  /** The names by environment in a http-client.private.env.json. */
  readonly environments?: ReadonlyMap<string, readonly string[]>;
}

/** Undefined for a file of another kind. Throws ENVIRONMENT_FILE_PUBLIC or ENVIRONMENT_FILE_INVALID. */
export function variableFile(editor: vscode.TextEditor): VariableFile | undefined {
  switch (namedKind(editor.document)) {
    case "env":
      return { editor, names: namesInEnvFile(editor.document.getText()) };
    case "private-json":
      return { editor, environments: environmentsIn(editor.document.getText()) };
    case "shared-json":
      throw environmentFilePublic();
    case "http":
    case "markdown":
    case undefined:
      return undefined;
  }
}

/** Sets a variable as one undo step, and saves the file if nothing else was unsaved: request tools read it from the disk. */
export async function setVariable(
  { editor }: VariableFile,
  { name, environment }: { readonly name: string; readonly environment?: string },
  value: string,
): Promise<void> {
  const { document } = editor;
  const text = document.getText();
  const edits =
    environment === undefined
      ? editsForEnvFile(text, name, value)
      : [editForEnvironmentFile(text, environment, name, value)];
  const mayBeSaved = !document.isDirty && !document.isUntitled;
  const applied = await editor.edit((builder) => {
    for (const { start, end, text: by } of edits) {
      builder.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), by);
    }
  });
  if (!applied) throw editNotApplied();
  if (mayBeSaved) await document.save();
}
