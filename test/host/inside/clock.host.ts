import * as vscode from "vscode";
import { setClock } from "./kit/clock.ts";
import { decodePart } from "./kit/keys.ts";
import { writeProfiles } from "./kit/profiles.ts";
import { eventually, ok, test } from "./kit/testing.ts";
import { compactOf } from "../../tokens.ts";
import { run } from "./kit/commands.ts";
import { showFile } from "./kit/workspace.ts";

/** The environment variables of this extension host. The web worker host has none. */
const environment: Readonly<Record<string, string | undefined>> | undefined = (
  Reflect.get(globalThis, "process") as { readonly env?: Record<string, string | undefined> } | undefined
)?.env;

const tokenWith = (claims: object) => compactOf({ alg: "HS256", typ: "JWT" }, claims);

const seconds = () => Math.floor(Date.now() / 1000);
const iatOf = (token = "..") => Number(decodePart(token.split(".")[1] ?? "")["iat"]);

const order = { provider: "partner-api", key: "clock", values: { clientId: "c" } };

/** Runs with a key for it, and with a clock that is right again afterwards. */
async function withKeyAndClock(work: () => Promise<void>): Promise<void> {
  await run("importKey", { name: "clock", text: "the clock's own, 0123456789abcdef0123", alg: "HS256" });
  try {
    await work();
  } finally {
    setClock(0);
  }
}

test("marks follow a clock that is set forward and back, without an edit", async () => {
  const lifetimes = [20 * 3600, 14 * 60, -60];
  const requests = lifetimes.map((lifetime) => {
    return `GET https://a.test\nAuthorization: Bearer ${tokenWith({ sub: "a", exp: seconds() + lifetime })}\n`;
  });
  const { uri } = (await showFile("clock.http", requests.join("\n###\n"))).document;
  const expired = () =>
    vscode.languages.getDiagnostics(uri).flatMap(({ code, range }) => (code === "expired" ? [range.start.line] : []));
  const becomes = async (lines: readonly number[]) =>
    eventually(() => JSON.stringify(expired()) === JSON.stringify(lines));
  await becomes([9]);

  await withKeyAndClock(async () => {
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
  await withKeyAndClock(async () => {
    setClock(1);
    const start = seconds();
    ok(iatOf(await run("mintToken", order)) >= start);
    setClock(0);

    const token = await run<string>("mintToken", order);

    ok(iatOf(token) <= seconds(), `${iatOf(token)} is ahead of ${seconds()}`);
    const { findings } = await run<{ findings: readonly { code: string }[] }>("inspectToken", { token });
    ok(findings.every(({ code }) => code !== "CLAIM_IAT_FUTURE"));
  });
});

test("variables are minted anew wherever the clock is set to", async () => {
  if (environment?.["PATH"] === undefined) return;
  await withKeyAndClock(async () => {
    await writeProfiles([{ name: "Clock", ...order, variable: "clockToken" }]);
    await eventually(() => environment["CLOCK_TOKEN"]);

    for (const hours of [1, 30, -60, 0]) {
      setClock(hours);
      const start = seconds();
      await eventually(() => {
        const iat = iatOf(environment["CLOCK_TOKEN"]);
        return iat >= start && iat <= seconds();
      });
    }

    await writeProfiles(undefined);
  });
});
