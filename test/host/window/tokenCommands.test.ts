import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import jsonwebtoken from "jsonwebtoken";
import type { Frame } from "playwright-core";
import { until } from "../harness/windowParts.ts";
import { windowTest } from "../harness/windowTest.ts";
import type { Workbench } from "../harness/workbench.ts";
import { compactOf } from "../../tokens.ts";

const tokenOf = (claims: object) => compactOf({ alg: "HS256", kid: "k1" }, claims);
const first = tokenOf({ sub: "first", roles: ["a", "b"] });
const second = tokenOf({ sub: "second", roles: ["a", "b"] });

const log = (window: Workbench) => {
  writeFileSync(join(window.folder, "a.log"), `401 ${first} x\n401 ${second}\nnothing here\n`);
  return window.openFile("a.log");
};

/** The text of the panel once it holds some words. */
async function panelWith(window: Workbench, words: string): Promise<Frame> {
  return until(`the panel with ${words}`, async () => {
    for (const frame of window.page.frames()) {
      const text = await frame
        .locator("body")
        .innerText()
        .catch(() => "");
      if (frame.url().includes("fake.html") && text.includes(words)) return frame;
    }
    return undefined;
  });
}

/** The texts of the editors in view, top to bottom. */
const editorTexts = (window: Workbench) =>
  window.page.locator(".editor-instance .monaco-editor .view-lines").evaluateAll((all) =>
    all.map((each) =>
      [...each.querySelectorAll(".view-line")]
        .toSorted(
          (a, b) => Number.parseFloat((a as HTMLElement).style.top) - Number.parseFloat((b as HTMLElement).style.top),
        )
        .map((line) => (line.textContent ?? "").replaceAll("\u00A0", " "))
        .join("\n"),
    ),
  );

windowTest(
  "Inspect Token is offered on a token, shows it, and asks for one where there is none",
  {},
  async (window) => {
    const menu = window.page.locator(".context-view .action-item");
    const menuAt = async (line: number, expected: readonly string[]) => {
      await window.goToLine(line, 30);
      // What the cursor stands on is known a moment after it was moved.
      await until(`a menu of ${expected.join()}`, async () => {
        await window.page.keyboard.press("Shift+F10");
        await menu.first().waitFor();
        const items = await window.page.locator(".context-view .action-label").allInnerTexts();
        await window.page.keyboard.press("Escape");
        await menu.first().waitFor({ state: "detached" });
        return JSON.stringify(items.filter((item) => /token/i.test(item))) === JSON.stringify(expected) || undefined;
      });
    };
    await log(window);
    await menuAt(1, ["Inspect Token", "Verify Token…", "Decode Token to Editor"]);
    await menuAt(3, []);
    await menuAt(1, ["Inspect Token", "Verify Token…", "Decode Token to Editor"]);

    await window.runCommand("JWT Mint: Inspect Token");
    await panelWith(window, '"first"');

    await window.page.keyboard.press("ControlOrMeta+1");
    await window.goToLine(3, 2);
    await window.writeClipboard(`Authorization: Bearer ${second}\n`);
    await window.runCommand("JWT Mint: Inspect Token");
    assert.equal((await window.inputBox()).value, second);
    await window.accept();
    await panelWith(window, '"second"');
  },
);

windowTest(
  "tokens are decoded to JSON that folds and nobody can change, and compared side by side",
  {},
  async (window) => {
    await log(window);
    await window.goToLine(1, 30);

    await window.runCommand("JWT Mint: Decode Token to Editor");

    await window.page.locator('.tab.active[data-resource-name="Token 1.json"]').waitFor();
    const text = await until("the decoded token", async () =>
      (await editorTexts(window)).find((each) => each.includes('"first"')),
    );
    assert.deepEqual(JSON.parse(text), {
      header: { alg: "HS256", kid: "k1" },
      claims: { sub: "first", roles: ["a", "b"] },
    });
    await window.page.keyboard.type("x");
    await window.page.getByText("Cannot edit in read-only editor").first().waitFor();
    await window.goToLine(2, 1);
    await window.page.keyboard.press("ControlOrMeta+K");
    await window.page.keyboard.press("ControlOrMeta+0");
    await until("folded lines", async () => ((await editorTexts(window)).join("").includes("k1") ? undefined : true));

    await log(window);
    await window.goToLine(1, 30);
    await window.writeClipboard(second);
    await window.runCommand("JWT Mint: Compare Tokens…");
    assert.equal((await window.inputBox()).value, second);
    await window.accept();
    await window.page.locator(".monaco-diff-editor").waitFor();
    await until("both tokens", async () => {
      const texts = (await editorTexts(window)).join("\n");
      return texts.includes('"first"') && texts.includes('"second"') ? true : undefined;
    });
  },
);

windowTest(
  "Verify Token… takes keys from a URL that is typed or in an OpenID configuration, once its address is agreed to, and not from the token",
  {},
  async (window) => {
    const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const token = jsonwebtoken.sign({ sub: "a", kid: "[x](command:workbench.action.quit)" }, privateKey, {
      algorithm: "ES256",
      expiresIn: 600,
      header: { alg: "ES256", x5t: "AAAA" },
    });
    const asked: (string | undefined)[] = [];
    const server = createServer(({ url }, response) => {
      asked.push(url);
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ keys: [publicKey.export({ format: "jwk" })] }));
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const { port } = server.address() as AddressInfo;
    writeFileSync(join(window.folder, "b.log"), `${token}\n`);
    await window.openFile("b.log");
    await window.goToLine(1, 5);

    try {
      await window.runCommand("JWT Mint: Verify Token…");
      await window.pickItem("From a JWKS or OpenID Connect URL…");
      assert.equal((await window.inputBox()).value, "");
      await window.typeInput(`http://127.0.0.1:${port}/jwks.json`);
      await window.accept();
      const button = (name: string) =>
        window.page.locator(".monaco-dialog-box").getByRole("button", { name, exact: true });
      await button("Open").waitFor();
      assert.deepEqual(asked, []);
      await button("Open").click();
      await button("Ignore and Verify").click();
      await window.notification("The token is valid. Signed by ");

      const origin = `http://127.0.0.1:${port}`;
      await window.writeClipboard(JSON.stringify({ issuer: origin, jwks_uri: `${origin}/keys.json` }));
      await window.runCommand("JWT Mint: Verify Token…");
      await window.pickItem("From the Clipboard");
      await button("Get Keys").waitFor();
      assert.equal(asked.length, 1);
      await button("Get Keys").click();
      await button("Open").click();
      await button("Ignore and Verify").click();
    } finally {
      server.close();
    }
    assert.deepEqual(asked, ["/jwks.json", "/keys.json"]);
  },
);
