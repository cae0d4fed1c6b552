import * as vscode from "vscode";
import { setClock } from "./inside/clock.ts";
import { decodePart } from "./inside/keys.ts";
import { equal, eventually, ok, test } from "./inside/testing.ts";

/** The extension looks at the clock every few seconds; a machine may be slow. In milliseconds. */
const PATIENCE = 40_000;

const run = async <T>(command: string, argument?: unknown): Promise<T> =>
  vscode.commands.executeCommand<T>(`jwtMint.${command}`, argument);

/** The environment variables of this extension host. The web worker host has none. */
const environment: Readonly<Record<string, string | undefined>> | undefined = (
  Reflect.get(globalThis, "process") as { readonly env?: Record<string, string | undefined> } | undefined
)?.env;

const part = (value: unknown) =>
  btoa(JSON.stringify(value)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const tokenWith = (claims: object) => `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}.${"A".repeat(43)}`;

const seconds = () => Math.floor(Date.now() / 1000);
const iatOf = (token = "..") => Number(decodePart(token.split(".")[1] ?? "")["iat"]);

/** Runs with a clock that is right again afterwards. */
async function withClock(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } finally {
    setClock(0);
  }
}

const order = { provider: "partner-api", key: "clock", values: { clientId: "c" } };

async function importKey(): Promise<void> {
  await run("importKey", { name: "clock", text: "0123456789abcdef0123456789abcdef", alg: "HS256" });
}

test("marks follow a clock that is set forward and back, without an edit", async () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  ok(folder);
  const lifetimes = [20 * 3600, 14 * 60, -60];
  const requests = lifetimes.map((lifetime) => {
    return `GET https://a.test\nAuthorization: Bearer ${tokenWith({ sub: "a", exp: seconds() + lifetime })}\n`;
  });
  const uri = vscode.Uri.joinPath(folder, "clock.http");
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(requests.join("\n###\n")));
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  const expired = () =>
    vscode.languages.getDiagnostics(uri).flatMap(({ code, range }) => (code === "expired" ? [range.start.line] : []));
  const becomes = async (lines: readonly number[]) =>
    eventually(() => JSON.stringify(expired()) === JSON.stringify(lines), PATIENCE);
  await becomes([9]);

  await withClock(async () => {
    setClock(30);
    await becomes([1, 5, 9]);
    setClock(1);
    await becomes([5, 9]);
    setClock(-60);
    await becomes([]);
  });

  await becomes([9]);
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
});

test("once a clock that was fast is corrected, what is minted next is issued at the true time", async () => {
  await importKey();
  await withClock(async () => {
    setClock(1);
    const start = seconds();
    ok(iatOf(await run("mintToken", order)) >= start);
  });

  const token = await run<string>("mintToken", order);

  ok(iatOf(token) <= seconds(), `${iatOf(token)} is ahead of ${seconds()}`);
  const { findings } = await run<{ findings: readonly { code: string }[] }>("inspectToken", { token });
  equal(
    findings.map(({ code }) => code).filter((code) => code === "CLAIM_IAT_FUTURE"),
    [],
  );
});

test("variables are minted anew wherever the clock is set to", async () => {
  if (environment?.["PATH"] === undefined) return;
  await importKey();
  await run("saveProfile", { name: "Clock", ...order });
  await run("useAsVariable", { profile: "Clock", variable: "clockToken" });
  await eventually(() => environment["CLOCK_TOKEN"]);

  await withClock(async () => {
    for (const hours of [1, 30, -60, 0]) {
      setClock(hours);
      const start = seconds();
      const isNew = () => iatOf(environment["CLOCK_TOKEN"]) >= start && iatOf(environment["CLOCK_TOKEN"]) <= seconds();
      await eventually(isNew, PATIENCE);
    }
  });

  await run("deleteProfile", { profile: "Clock" });
});
