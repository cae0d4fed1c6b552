import * as vscode from "vscode";
import { type LineMap, sourceAt } from "../core/lineMap.ts";
import { LINES_IN_FRONT } from "./bundle.ts";

const frame = /[^\s(]*\/dist\/(main|keys)\.cjs:(\d+):(\d+)/;

/**
 * The frames of an error's stack without its message, which may quote its input. Those of minified bundles name the files and
 * lines of the sources, where the maps beside the bundles can be read.
 */
export async function bugStack(
  { stack = "" }: Error,
  extensionUri: vscode.Uri | undefined,
): Promise<readonly string[]> {
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  const names = new Set(frames.map((line) => frame.exec(line)?.[1]));
  const maps = new Map<string | undefined, LineMap>();
  for (const name of names) {
    const map = name === undefined || extensionUri === undefined ? undefined : await readMap(extensionUri, name);
    if (map !== undefined) maps.set(name, map);
  }
  return frames.map((line) =>
    line.replace(frame, (place, name: string, number: string, column: string) => {
      const map = maps.get(name);
      const source = map && sourceAt(map, Number(number) - 1 - LINES_IN_FRONT, Number(column) - 1);
      return source ?? place;
    }),
  );
}

async function readMap(extensionUri: vscode.Uri, name: string): Promise<LineMap | undefined> {
  try {
    const file = vscode.Uri.joinPath(extensionUri, "dist", `${name}.lines.json`);
    const map: LineMap = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
    return map;
  } catch {
    return undefined;
  }
}
