import assert from "node:assert/strict";
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { CompactEncrypt, CompactSign } from "jose";
import type { Frame } from "playwright-core";
import { demoTest, setUpLirium } from "../harness/demoWindow.ts";
import { openPanel, pasteField, violations } from "./panelPage.ts";
import { part } from "../../tokens.ts";
import { until } from "../harness/windowParts.ts";
import { windowTest } from "../harness/windowTest.ts";
import type { Workbench } from "../harness/workbench.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

/** Answers the question for a key with what is pasted into it. */
async function pasteKey(window: Workbench, frame: Frame, action: string, key: unknown): Promise<void> {
  await frame.getByRole("button", { name: action }).click();
  await window.pickItem("Type or Paste It…");
  await window.typeInput(typeof key === "string" ? key : JSON.stringify(key));
  await window.accept();
}

/** Everything that the panel's page is told from now on. */
async function recordMessages(frame: Frame): Promise<() => Promise<string>> {
  await frame.evaluate(() => {
    addEventListener("message", ({ data }) => {
      document.documentElement.dataset["heard"] =
        (document.documentElement.dataset["heard"] ?? "") + JSON.stringify(data);
    });
  });
  return async () => frame.evaluate(() => document.documentElement.dataset["heard"] ?? "");
}

windowTest("a signature is verified and an encrypted token opened with keys that are pasted", {}, async (window) => {
  const frame = await openPanel(window);
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const other = generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey.export({ format: "jwk" });
  const signed = await new CompactSign(bytes('{"sub":"inside"}')).setProtectedHeader({ alg: "RS256" }).sign(privateKey);
  const heard = await recordMessages(frame);
  const signature = frame.locator(".signature");

  await pasteField(frame).fill(signed);
  await pasteKey(window, frame, "Verify with…", publicKey.export({ format: "jwk" }));
  await frame.getByText("✓ verified with the key that was pasted (RSA, 2048 bits)").waitFor();
  await pasteKey(window, frame, "Verify with…", other);
  await frame.getByText("✕ not made with the key that was pasted").waitFor();
  assert.deepEqual(await violations(frame), []);

  const nested = await new CompactEncrypt(bytes(signed))
    .setProtectedHeader({ alg: "RSA-OAEP-256", enc: "A256GCM", cty: "JWT" })
    .encrypt(publicKey);
  const secretJwk = privateKey.export({ format: "jwk" });
  await pasteField(frame).fill(nested);
  await frame.getByText("JWE, RSA-OAEP-256").waitFor();
  assert.equal(await signature.innerText(), "not decrypted");
  await pasteKey(window, frame, "Decrypt…", secretJwk);
  await frame.getByText('"sub": "inside"').waitFor();
  await frame.getByText("The payload is a token itself").waitFor();
  assert.equal(await frame.getByText("They are encrypted").count(), 0);
  assert.match(await signature.innerText(), /^decrypted with/);
  assert.deepEqual(await violations(frame), []);

  const password = `canary ${randomBytes(12).toString("hex")}`;
  const protectedToken = await new CompactEncrypt(bytes("plain words"))
    .setProtectedHeader({ alg: "PBES2-HS256+A128KW", enc: "A128GCM" })
    .encrypt(bytes(password));
  await pasteField(frame).fill(protectedToken);
  await frame.getByText("JWE, PBES2-HS256+A128KW").waitFor();
  await frame.getByRole("button", { name: "Decrypt…" }).click();
  await window.page.getByRole("dialog").getByText("2048 rounds of password hashing").waitFor();
  await window.page.getByRole("dialog").getByRole("button", { name: "Open", exact: true }).click();
  await window.pickItem("Type or Paste It…");
  await window.typeInput(password);
  await window.accept();
  await frame.getByText("plain words").waitFor();

  await pasteField(frame).fill(`${part({ alg: "dir", enc: "A128GCM", zip: "DEF" })}..aXY.dGV4dA.dGFn`);
  await frame.getByText("JWE, dir").waitFor();
  await frame.getByRole("button", { name: "Decrypt…" }).click();
  await window.page.getByRole("dialog").getByText("content is compressed").waitFor();
  await window.page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await window.page.getByRole("dialog").waitFor({ state: "detached" });
  await frame.getByText("They are encrypted").waitFor();
  assert.equal(await signature.innerText(), "not decrypted");

  const seen = (await heard()) + (await frame.content()) + (await window.page.content());
  assert.match(seen, /plain words/);
  for (const canary of [password, secretJwk.d ?? "", secretJwk.p ?? ""]) assert.ok(!seen.includes(canary), "canary");
});

demoTest(
  "tokens of this window are listed, minted again, copied, and known by the key that made them",
  async (window, keys) => {
    await setUpLirium(window);
    const frame = await openPanel(window);
    const heard = await recordMessages(frame);
    await frame.getByText("✓ made with your key").waitFor();
    const compact = frame.getByLabel("Compact form");
    const first = await compact.innerText();

    await frame.getByRole("button", { name: /^Mint Again: / }).click();
    await until("the second token", async () => ((await compact.innerText()) === first ? undefined : true));
    assert.equal(await frame.locator(".recent li").count(), 2);
    const second = await compact.innerText();
    await frame
      .getByRole("button", { name: /^Show .*, minted/ })
      .nth(1)
      .click();
    await until("the first token", async () => ((await compact.innerText()) === first ? true : undefined));
    assert.notEqual(second, first);
    assert.deepEqual(await violations(frame), []);

    for (const [label, start] of [
      ["Copy as Header", "Authorization: Bearer "],
      ["Copy as .env Line", "LIRIUM_TOKEN="],
    ] as const) {
      await frame.getByRole("button", { name: label }).click();
      await frame.getByText(/^Copied as/).waitFor();
      assert.equal(await window.readClipboard(), start + first);
    }
    const seen = (await heard()) + (await frame.content());
    for (const line of keys.lirium.secret.split("\n").filter((text) => text.length === 64)) {
      assert.ok(!seen.includes(line), "a line of the key");
    }
  },
);
