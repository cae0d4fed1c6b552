// Loaded into VS Code's server before anything else: should the process that started it be killed without a chance to
// clean up, its end of this pipe closes, and the server ends with all its children.
function endGroup(): void {
  process.kill(process.platform === "win32" ? process.pid : -process.pid, "SIGKILL");
}

if (process.argv[1]?.endsWith("server-main.js")) process.stdin.on("end", endGroup).on("error", endGroup).resume();
