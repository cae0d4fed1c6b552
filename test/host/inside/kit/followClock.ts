import { setClock } from "./clock.ts";
import { readFile } from "./workspace.ts";

/** Called by VS Code in the extension host. Sets its clock as the file "clock" of the workspace says, in hours, for as long as the window is open. */
export async function run(): Promise<void> {
  for (;;) {
    setClock(Number(await readFile("clock")));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
