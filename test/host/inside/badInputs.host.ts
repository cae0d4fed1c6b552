import * as vscode from "vscode";
import { equal, ok, test } from "./kit/testing.ts";
import { inWorkspace } from "./kit/workspace.ts";

/** An input of the list, and what plain Node makes of it. */
export interface BadKeyInput {
  readonly id: string;
  /** What `importKey` takes; without `text`, it is the file of the input's id. */
  readonly options: object & { readonly text?: string };
  readonly expected: Outcome;
}

type Outcome =
  { readonly message: string } | { readonly thumbprint: string; readonly warnings: readonly string[] | undefined };

interface Summary {
  readonly thumbprint: string;
  readonly warnings?: readonly { readonly code: string }[];
}

async function outcomeOf({ id, options }: BadKeyInput): Promise<Outcome> {
  const source = options.text === undefined ? { uri: inWorkspace("bad", id) } : {};
  try {
    const argument = { name: `bad input ${id}`, ...options, ...source };
    const { thumbprint, warnings = [] } = await vscode.commands.executeCommand<Summary>("jwtMint.importKey", argument);
    return { thumbprint, warnings: warnings.map(({ code }) => code) };
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
}

test("each bad input of the list ends in this host as it does in plain Node", async () => {
  const index = new TextDecoder().decode(await vscode.workspace.fs.readFile(inWorkspace("bad", "index.json")));
  const inputs = JSON.parse(index) as readonly BadKeyInput[];

  for (const input of inputs) equal(await outcomeOf(input), input.expected, input.id);

  ok(inputs.length > 90);
});
