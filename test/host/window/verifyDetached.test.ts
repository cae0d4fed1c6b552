import { createHmac } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openPanel, pasteField } from "../panel/panelPage.ts";
import { windowTest } from "../harness/windowTest.ts";
import type { Workbench } from "../harness/workbench.ts";
import { part } from "../../tokens.ts";

const secret = Buffer.from("a secret whose bytes the service hands out in base64");
const body = '{\n  "amount": "12.50"\n}\n';
/** A token without its payload, as services sign the body of a message. */
function detachedToken(): string {
  const header = part('{"alg":"HS256"}');
  const signature = createHmac("sha256", secret)
    .update(`${header}.${part(body)}`)
    .digest("base64url");
  return `${header}..${signature}`;
}

async function giveSecret(window: Workbench): Promise<void> {
  await window.pickItem("Type or Paste It…");
  await window.typeInput(secret.toString("base64"));
  await window.accept();
}

windowTest(
  "Verify Token… asks for a detached payload, and tells how the secret is encoded where it does not fit as text",
  {},
  async (window) => {
    writeFileSync(join(window.folder, "a.log"), `x-jws-signature: ${detachedToken()}\n`);
    await window.openFile("a.log");
    await window.goToLine(1, 30);
    await window.writeClipboard(body);

    await window.runCommand("JWT Mint: Verify Token…");
    await window.pickItem("From the Clipboard");
    await giveSecret(window);

    await window.notification("The token is valid. Signed by secret, 416 bits, decoded from base64 with HS256.");
  },
);

windowTest("the panel asks the same, and takes the payload from a file", {}, async (window) => {
  const file = join(window.folder, "body.json");
  writeFileSync(file, body);
  const frame = await openPanel(window);
  await pasteField(frame).fill(detachedToken());

  await frame.getByRole("button", { name: "Verify with…" }).click();
  await window.pickItem("From a File…");
  await window.chooseFile(file);
  await giveSecret(window);

  await frame.getByText("✓ verified with the key that was pasted (secret, 416 bits, decoded from base64)").waitFor();
});
