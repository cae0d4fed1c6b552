import { execFile } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";
import { cacheFolder, repositoryRoot } from "./folders.ts";
import { installOnce } from "./installOnce.ts";
import { patience } from "./windowParts.ts";

interface Executable {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Starts CHROME_PATH, an installed Chrome or Chromium, or the Chromium of the npm package, in this order. */
export async function launchChromium(): Promise<Browser> {
  const installed = process.env["CHROME_PATH"] ?? installedBrowser();
  const executable = installed === undefined ? await packagedChromium() : { path: installed, env: {} };
  return chromium.launch({
    executablePath: executable.path,
    env: { ...process.env, ...executable.env },
    args: launchArguments(),
    timeout: patience,
  });
}

function launchArguments(): string[] {
  const isRoot = process.getuid?.() === 0;
  return [
    ...(isRoot ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pings",
  ];
}

function installedBrowser(): string | undefined {
  return [...candidates(), chromium.executablePath()].find((path) => existsSync(path));
}

function candidates(): readonly string[] {
  if (process.platform === "darwin") {
    const apps = ["Google Chrome", "Chromium", "Microsoft Edge"];
    return ["/Applications", join(homedir(), "Applications")].flatMap((folder) =>
      apps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`),
    );
  }
  if (process.platform === "win32") {
    const folders = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].map((name) => process.env[name] ?? "C:\\");
    const programs = ["Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe"];
    return folders.flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  const names = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "microsoft-edge"];
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), "/opt/google/chrome/chrome"];
}

async function packagedChromium(): Promise<Executable> {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error("No Chrome or Chromium found. Install one or set CHROME_PATH.");
  const packageFile = join(repositoryRoot, "node_modules", "@sparticuz", "chromium", "package.json");
  const { version } = JSON.parse(readFileSync(packageFile, "utf8")) as { version: string };
  const folder = join(cacheFolder, `chromium-${version}`);
  await installOnce(folder, async (temporary) => {
    await unpack(temporary);
    writeFileSync(join(temporary, "fonts.conf"), fontConfiguration(folder));
  });
  const fonts = { FONTCONFIG_FILE: join(folder, "fonts.conf") };
  const path = join(folder, "chromium");
  const libraries = { LD_LIBRARY_PATH: join(folder, "al2023", "lib") };
  return { path, env: (await starts(path)) ? fonts : { ...fonts, ...libraries } };
}

/** The package unpacks itself into the temporary folder, without guarding against interruption: give it one of ours. */
async function unpack(folder: string): Promise<void> {
  const script = 'await (await import("@sparticuz/chromium")).default.executablePath()';
  // The variable makes it unpack the system libraries too that a bare Debian or Ubuntu lacks (nss, nspr, expat).
  const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs24.x" };
  const args = ["--input-type=module", "--eval", script];
  await promisify(execFile)(process.execPath, args, { cwd: repositoryRoot, env, timeout: 120_000 });
}

/** Fontconfig takes a relative cache folder for one of the working directory. */
const fontConfiguration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir>${join(folder, "font-cache")}</cachedir>
</fontconfig>
`;

function starts(path: string): Promise<boolean> {
  return promisify(execFile)(path, ["--version"], { timeout: patience }).then(
    () => true,
    () => false,
  );
}
