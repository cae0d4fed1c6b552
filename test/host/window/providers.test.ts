import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { demoValues } from "../../demo/demoValues.ts";
import { chooseKeyFile, demoTest, insertedToken } from "../harness/demoWindow.ts";
import { sendWithHttpyac } from "../harness/httpyac.ts";
import type { Workbench } from "../harness/workbench.ts";

/** What a person answers, in order: a text for an input, or a choice. */
type Answer = { readonly type: string } | { readonly pick: string } | { readonly keyFile: string };

const { happyPathology, helpLightning, appStoreConnect, partnerApi } = demoValues;

const rows: readonly { readonly command: string; readonly file: string; readonly answers: readonly Answer[] }[] = [
  {
    command: "Mint Happy Pathology token",
    file: "happy-pathology.http",
    answers: [
      { type: happyPathology.organizationId },
      { type: happyPathology.keyId },
      { type: happyPathology.userId },
      { keyFile: "happy-pathology.pem" },
    ],
  },
  {
    command: "Mint Help Lightning token",
    file: "help-lightning.http",
    answers: [
      { pick: "eu1" },
      { type: helpLightning.siteId },
      { type: helpLightning.apiKey },
      { keyFile: "help-lightning.pem" },
    ],
  },
  {
    // The key ID comes from the name of Apple's file, so Enter accepts it.
    command: "Mint App Store Connect token",
    file: "app-store-connect.http",
    answers: [{ type: appStoreConnect.issuerId }, { keyFile: "AuthKey_DEMO123456.p8" }, { type: "DEMO123456" }],
  },
  {
    command: "Mint Partner API token",
    file: "partner-api.http",
    answers: [{ type: partnerApi.clientId }, { keyFile: "partner-api.secret.txt" }, { pick: "As It Is" }],
  },
];

async function answer(window: Workbench, given: Answer): Promise<void> {
  if ("pick" in given) return window.pickItem(given.pick);
  if ("keyFile" in given) return chooseKeyFile(window, given.keyFile);
  await window.typeInput(given.type);
  await window.accept();
}

for (const { command, file, answers } of rows) {
  demoTest(`"${command}" asks what it needs, and the request with its token is accepted`, async (window) => {
    await window.runCommand(command);
    for (const given of answers) await answer(window, given);
    await window.accept();
    await window.notification("token copied: expires in");

    await window.openFile(file);
    await window.goToLine(requestLine(window, file));
    await window.clickNotificationButton("token copied", "Insert into Request");
    await insertedToken(window, file);

    assert.deepEqual(await sendWithHttpyac(join(window.folder, file)), [200]);
  });
}

demoTest("a custom token with an algorithm and claims of one's own is accepted", async (window) => {
  await window.runCommand("Mint Token…");
  await window.pickItem("New Custom JWT Profile…");
  await window.pickItem("PS384");
  await window.typeInput('{"sub":"demo-user","roles":["a","b"]}');
  await window.accept();
  await window.typeInput('{"kid":"1"}');
  await window.accept();
  await chooseKeyFile(window, "custom.pem");
  await window.accept();
  await window.notification("Custom JWT token copied: no expiry");

  await window.openFile("custom.http");
  await window.goToLine(requestLine(window, "custom.http"));
  await window.runCommand("Insert Token into Request");
  await window.answerDialog("Allow in This Folder");
  const [header = "", claims = ""] = (await insertedToken(window, "custom.http")).split(".");

  assert.deepEqual(read(header), { alg: "PS384", typ: "JWT", kid: "1" });
  assert.deepEqual(read(claims)["roles"], ["a", "b"]);
  assert.deepEqual(await sendWithHttpyac(join(window.folder, "custom.http")), [200]);
});

const read = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString()) as Record<string, unknown>;

/** The number of the file's request line, counted from 1. */
function requestLine(window: Workbench, file: string): number {
  const lines = readFileSync(join(window.folder, file), "utf8").split("\n");
  return lines.findIndex((line) => line.startsWith("GET ")) + 1;
}
