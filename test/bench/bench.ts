/** `npm run bench [-- part …]`: prints the figures that are promised, each beside its limit. Prints only; a slow machine fails nothing. */
import { bundleHostTests } from "../host/harness/hostTestBundle.ts";
import { until } from "../host/harness/windowParts.ts";
import { benchCatalogue } from "./catalogue.ts";
import { benchBlocks } from "./blocks.ts";
import { describeRuns, format } from "./figures.ts";
import { benchHover } from "./hover.ts";
import { benchHttp } from "./http.ts";
import { benchIdle } from "./idle.ts";
import { inWindow, readFigure } from "./inWindow.ts";
import { benchOpening } from "./opening.ts";
import { benchPanel } from "./panel.ts";
import { benchSignatures } from "./signatures.ts";
import { benchTokens } from "./tokens.ts";

/** The figures are those of calls by argument. */
const settings = { "jwtMint.callsByArgument": "allow" };

interface WarmFigure {
  readonly name: string;
  readonly mint: number;
  readonly raw: number;
}

async function benchMinting(): Promise<void> {
  const { path } = await bundleHostTests("test/bench/mint.host.ts");
  await inWindow({ extensionTests: path, settings }, async (window) => {
    const warm = await readFigure<readonly WarmFigure[]>(window, "warm.json");
    console.log("\nWarm mint by command, beside one raw WebCrypto signature (limit: 2 ×)");
    for (const { name, mint, raw } of warm) {
      console.log(`  ${name.padEnd(18)} ${format(mint)} ms, raw ${format(raw)} ms: ${(mint / raw).toFixed(2)} ×`);
    }
    await window.reload();
    const first = await readFigure<number>(window, "first.json");
    console.log(`\nFirst mint after activation, RSA 4096 (limit: 50 ms)\n  ${format(first)} ms`);
  });
}

async function benchImport(): Promise<void> {
  const { path } = await bundleHostTests("test/bench/import.host.ts");
  await inWindow({ extensionTests: path, settings }, async (window) => {
    const [first = 0, ...runs] = await readFigure<readonly number[]>(window, "import.json");
    console.log("\nImport of an RSA 4096 PKCS#8 by command, stored and read back (limit: 60 ms)");
    console.log(`  ${describeRuns(runs)} ms; the first, with what it loads, ${format(first)} ms`);
  });
}

interface Typing {
  readonly idle: number;
  readonly burst: readonly number[];
  readonly character: readonly number[];
  readonly newLine: readonly number[];
}

async function benchKeystroke(): Promise<void> {
  const { path } = await bundleHostTests("test/bench/keystroke.host.ts");
  await inWindow({ extensionTests: path, settings }, async (window) => {
    console.log(
      "\nWhat typing in a .http file of 5,000 requests costs the extension host (limit: 5 ms more than in a text)",
    );
    for (const name of ["http", "text"]) {
      const { idle, burst, character, newLine } = await readFigure<Typing>(window, `${name}.json`);
      console.log(`  ${name}: each of 20 characters, with lenses and marks once they rest: ${describeRuns(burst)} ms`);
      console.log(`    one character ${describeRuns(character)} ms, a new line ${describeRuns(newLine)} ms`);
      console.log(`    nothing, for a second ${format(idle)} ms`);
    }
  });
}

async function benchActivation(): Promise<void> {
  const runs: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const activation = await inWindow({}, async (window) => {
      await window.runCommand("Mint Lirium token");
      await window.inputBox();
      await window.escape();
      await window.inputClosed();
      const running = await window.runningExtensions();
      // An extension under development is listed by its id.
      return running.find(({ name }) => name === "JWT Mint" || name === "jwt-mint.jwt-mint")?.activation;
    });
    if (activation === undefined) throw new Error("Running Extensions does not list the activation");
    runs.push(activation);
  }
  console.log('\nActivation as "Developer: Show Running Extensions" reports it, five windows (limit: 15 ms)');
  console.log(`  ${describeRuns(runs)} ms`);
}

/** Notes in the page when Enter went down and when the clipboard was written. */
const watchClipboard = () => {
  const { clipboard } = navigator;
  const write = clipboard.writeText.bind(clipboard);
  clipboard.writeText = async (text) => {
    await write(text);
    performance.mark("clipboard written");
  };
  addEventListener("keydown", ({ key }) => key === "Enter" && performance.mark("Enter"), true);
};

const lastDelay = () => {
  const [written, enter] = ["clipboard written", "Enter"].map((name) => performance.getEntriesByName(name).at(-1));
  return (written?.startTime ?? 0) - (enter?.startTime ?? 0);
};

async function benchPalette(): Promise<void> {
  const runs = await inWindow({}, async (window) => {
    await window.runCommand("Mint Lirium token");
    await window.typeInput("k");
    await window.accept();
    await window.pickItem("Generate a New Key");
    await until(
      "the new key",
      async () => ((await window.inputBox()).value === "Lirium sandbox" ? true : undefined),
      60_000,
    );
    await window.accept();
    await window.notification("Lirium token copied");
    await window.page.evaluate(watchClipboard);
    const delays: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      await window.writeClipboard("");
      await window.runCommand("Mint Lirium token");
      await until("a token", async () => ((await window.readClipboard()).startsWith("ey") ? true : undefined));
      delays.push(await window.page.evaluate(lastDelay));
    }
    return delays;
  });
  console.log("\nPalette to clipboard with one profile, RSA 4096 (limit: 150 ms)");
  console.log(`  ${describeRuns(runs)} ms`);
}

/** Every part by name: `npm run bench -- tokens signatures` runs two. */
const parts: { readonly [name: string]: () => unknown } = {
  http: benchHttp,
  blocks: benchBlocks,
  keystroke: benchKeystroke,
  opening: benchOpening,
  tokens: benchTokens,
  hover: benchHover,
  catalogue: benchCatalogue,
  signatures: benchSignatures,
  minting: benchMinting,
  import: benchImport,
  activation: benchActivation,
  palette: benchPalette,
  panel: benchPanel,
  idle: benchIdle,
};

const asked = process.argv.slice(2);
for (const [name, part] of Object.entries(parts)) if (asked.length === 0 || asked.includes(name)) await part();
