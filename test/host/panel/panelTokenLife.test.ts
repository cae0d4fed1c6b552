import assert from "node:assert/strict";
import { liriumToken, moveClock, openPanel, pasteField, seconds, violations } from "./panelPage.ts";
import { compactOf, part } from "../../tokens.ts";
import { until } from "../harness/windowParts.ts";
import { windowTest } from "../harness/windowTest.ts";

windowTest("a countdown crosses each of its moments, and says so once", {}, async (window) => {
  const frame = await openPanel(window);
  const now = seconds();
  await pasteField(frame).fill(liriumToken({ nbf: now + 100, exp: now + 200 }));
  const countdown = frame.getByRole("timer");
  const announced = frame.locator("[role=timer] + [aria-live]");

  assert.match(await countdown.innerText(), /^◔ not valid for another 1 min \d+ s$/);
  assert.equal(await announced.innerText(), "");
  await moveClock(frame, 105);
  await frame.getByText("The token is now valid.").waitFor({ state: "attached" });
  assert.match(await countdown.innerText(), /^● expires in 1:\d\d$/);
  await moveClock(frame, 70);
  await frame.getByText("The token expires in 30 seconds.").waitFor({ state: "attached" });
  assert.match(await countdown.innerText(), /^◕ expires in 0:\d\d$/);
  await moveClock(frame, 30);
  await frame.getByText("The token has expired.").waitFor({ state: "attached" });
  assert.match(await countdown.innerText(), /^✕ expired \d+ s ago$/);
  assert.match(await frame.locator(".claims").innerText(), /exp Expiry\s+expired \d+ s ago/);
  await frame.getByRole("img", { name: /exp \d+ s ago, now$/ }).waitFor();

  await pasteField(frame).fill(compactOf({ alg: "none" }, { sub: "a" }, ""));
  await frame.getByText("✕ not signed (alg none): anyone could have written it").waitFor();
  assert.deepEqual(await violations(frame), []);

  const disclosed = [part(["salt", "given_name", "Ada"]), part(["salt", 42]), "eyJ"].join("~");
  await pasteField(frame).fill(`${compactOf({ alg: "ES256", typ: "dc+sd-jwt" }, { _sd: ["x"] })}~${disclosed}~`);
  const rows = frame.locator(".part", { hasText: "Disclosures" }).locator("dl");
  await rows.waitFor();
  assert.match(
    await rows.innerText(),
    /given_name\s+"Ada"\s+list element\s+42\s+unreadable\s+This is not a disclosure/,
  );
  assert.deepEqual(await violations(frame), []);
});

windowTest("decoded members light up together with their bytes, by pointer and by keyboard", {}, async (window) => {
  const frame = await openPanel(window);
  const claims = { sub: "ä", admin: true };
  await pasteField(frame).fill(compactOf({ alg: "HS256" }, claims));
  const lit = () => frame.locator(".compact .linked").innerText();
  // The findings come above the members, which move out from under the pointer then.
  await frame.locator(".finding").first().waitFor();

  await frame.locator(".member", { hasText: "sub" }).hover();
  // The ten bytes behind the brace, six bits a character.
  assert.equal(await lit(), part(claims).slice(1, 15));
  // What is below the pointer changes as the panel scrolls to what has the focus.
  await window.page.mouse.move(1, 1);
  await frame.getByLabel("Claims", { exact: true }).focus();
  assert.equal(await lit(), part(claims));
  await window.page.keyboard.press("ArrowDown");
  await window.page.keyboard.press("ArrowDown");
  assert.equal(await frame.locator(".json .linked").innerText(), '"admin": true');
  assert.ok(part(claims).includes(await lit()));
});

windowTest("a payload of 100 KB is shown, and stays within the panel", {}, async (window) => {
  const frame = await openPanel(window);
  const claims = { sub: "big", blob: "x".repeat(50_000), list: Array.from({ length: 9000 }, (_, i) => i) };
  const token = compactOf({ alg: "HS256" }, claims);
  assert.ok(token.length > 100_000);

  await pasteField(frame).fill(token);

  await frame.getByText('"sub": "big"').waitFor();
  assert.equal(await frame.evaluate("document.documentElement.scrollWidth <= innerWidth"), true);
  const shown = frame.getByLabel("Claims", { exact: true });
  assert.doesNotMatch(await shown.innerText(), / 8999\b/);
  await frame.getByRole("button", { name: "Show all" }).click();
  assert.match(await shown.innerText(), / 8999\b/);
});

windowTest("another token stands beside the one that is shown", {}, async (window) => {
  const frame = await openPanel(window);
  await pasteField(frame).fill(compactOf({ alg: "HS256", typ: "JWT" }, { sub: "a", n: { x: 1 } }));

  await frame.getByRole("button", { name: "Compare…" }).click();
  await window.page.keyboard.insertText(`Bearer ${compactOf({ alg: "HS256" }, { sub: "b", n: { x: 1 }, exp: 1 })}`);

  await frame.getByRole("table", { name: "JOSE header: 1 of 2 differ" }).waitFor();
  const rows = await frame.getByRole("table", { name: "Claims: 2 of 3 differ" }).locator("tbody tr").allInnerTexts();
  assert.deepEqual(
    rows.map((row) => row.replaceAll(/\s+/g, " ").trim()),
    ['sub "a" "b" differs', 'n { "x": 1 } { "x": 1 }', "exp 1 only there"],
  );
  assert.deepEqual(await violations(frame), []);
  await frame.getByLabel("Compare with another token").fill("x");
  await frame.locator("#compare-fault", { hasText: "This has 1 part," }).waitFor();
  await frame.getByRole("button", { name: "Close" }).click();
  assert.equal(await frame.getByLabel("Compare with another token").isVisible(), false);
});

windowTest("of several tokens in a pasted text the first is shown, and any can be chosen", {}, async (window) => {
  const frame = await openPanel(window);
  const [access, id] = ["access", "id"].map((use) => compactOf({ alg: "HS256" }, { sub: "a", use }));

  await pasteField(frame).fill(JSON.stringify({ access_token: access, id_token: id, token_type: "Bearer" }));
  await frame.getByText("There are 2 tokens in this text.").waitFor();
  await frame.getByText('"use": "access"').waitFor();
  await window.screenshot("several tokens");
  await frame.getByText("Choose Token…").click();
  const { items } = await window.inputBox();
  assert.deepEqual(
    items.map(({ detail }) => detail),
    [`{"sub":"a","use":"access"}`, `{"sub":"a","use":"id"}`],
  );
  await window.page.keyboard.press("ArrowDown");
  await window.accept();

  await frame.getByText('"use": "id"').waitFor();
  await frame.getByText("There are 2 tokens in this text.").waitFor();
  await pasteField(frame).fill(id ?? "");
  await until("one token", async () => ((await frame.getByText("Choose Token…").isVisible()) ? undefined : true));
});
