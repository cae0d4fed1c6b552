import { spawn } from "node:child_process";

/** Opens desktop VS Code on `folder` with the extension in development. Throws a sentence where that cannot be done. */
export function openDesktop(folder: string, extension: string): Promise<void> {
  const args = ["--new-window", `--extensionDevelopmentPath=${extension}`, folder];
  const windows = process.platform === "win32";
  const child = windows
    ? spawn(`code ${args.map((arg) => `"${arg}"`).join(" ")}`, { shell: true, stdio: "ignore" })
    : spawn("code", args, { stdio: "ignore" });
  return new Promise((resolve, reject) => {
    const missing = () =>
      reject(
        new Error(
          'The command "code" was not found. In VS Code, run "Shell Command: Install \'code\' command in PATH", or start without --desktop.',
        ),
      );
    child.on("error", missing);
    child.on("exit", (code) => (code === 0 ? resolve() : missing()));
  });
}
