import * as vscode from "vscode";
import { editNotApplied } from "./errors.ts";

import { editsForEnvFile, namesInEnvFile } from "../core/http/files/envFile.ts";
import { editForEnvironmentFile, environmentsIn } from "../core/http/files/environmentFile.ts";
import { environmentFilePublic } from "../core/http/errors.ts";
import type { SpanEdit } from "../core/http/lines.ts";
import { inOneVersion } from "./readOnce.ts";
import { namedKind } from "./requestFile.ts";

/** A file of variables in an editor: one set of them, or one for each environment. */
export interface VariableFile {
  readonly editor: vscode.TextEditor;
  /** The names in a `.env` file. */
  readonly names?: readonly string[];
  /** The names by environment in a http-client.private.env.json. */
  readonly environments?: ReadonlyMap<string, readonly string[]>;
}

/**
 * Undefined for a file of another kind. Throws ENVIRONMENT_FILE_PUBLIC, ENVIRONMENT_FILE_INVALID or
 * ENVIRONMENT_FILE_TOO_LONG.
 */
export async function variableFile(editor: vscode.TextEditor): Promise<VariableFile | undefined> {
  switch (namedKind(editor.document)) {
    case "env":
      return { editor, names: await inOneVersion(editor.document, () => namesInEnvFile(editor.document.getText())) };
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

interface Variable {
  readonly name: string;
  readonly environment?: string;
}

/** Sets a variable as one undo step, and saves the file if nothing else was unsaved: request tools read it from the disk. */
export async function setVariable({ editor }: VariableFile, variable: Variable, value: string): Promise<void> {
  const { document } = editor;
  const edits = await editsFor(document, variable, value);
  const mayBeSaved = !document.isDirty && !document.isUntitled;
  const applied = await editor.edit((builder) => {
    for (const { start, end, text: by } of edits) {
      builder.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), by);
    }
  });
  if (!applied) throw editNotApplied();
  if (mayBeSaved) await document.save();
}

async function editsFor(
  document: vscode.TextDocument,
  { name, environment }: Variable,
  value: string,
): Promise<readonly SpanEdit[]> {
  return inOneVersion(document, function* () {
    const text = document.getText();
    if (environment === undefined) return yield* editsForEnvFile(text, name, value);
    return [yield* editForEnvironmentFile(text, environment, name, value)];
  });
}
