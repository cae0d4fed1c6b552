import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { staysSo } from "../harness/windowParts.ts";
import { windowTest } from "../harness/windowTest.ts";
import { compactOf } from "../../tokens.ts";

/** What would be a link, an image, a command or the end of the code block, if any of it were read as Markdown or HTML. */
const hostile = [
  "[click](command:workbench.action.closeAllEditors)",
  "![beacon](https://beacon.test/a.png)",
  '<img src="https://beacon.test/b.png" onerror="alert(1)">',
  "<a href='command:workbench.action.reloadWindow'>x</a>",
  "\n```\n[out](command:workbench.action.quit) ![c](https://beacon.test/c.png)\n```\n",
  "\n    ```\n\n~~~\n</code></pre><b>d</b>",
  "https://beacon.test/auto www.beacon.test <https://beacon.test/e> mail@beacon.test",
  "[r]: https://beacon.test/f\n\n[r] ![r]",
  "$(bug) $(command:x)",
  "\u202Elive\u2066\u200B",
];
const claims = {
  iss: "https://beacon.test/iss",
  exp: 1,
  ...Object.fromEntries(hostile.map((text) => [text, text])),
  nested: hostile.map((text) => ({ [text]: [text] })),
  nbf: "![n](https://beacon.test/n.png)",
};
const header = { alg: "HS256", kid: hostile[1], typ: hostile[0], jku: "https://beacon.test/jwks", crit: [hostile[4]] };
const token = compactOf(header, claims);

windowTest(
  "a hostile token's hover holds no link, image or command of its own, and asks the network for nothing",
  {},
  async (window) => {
    const { page } = window;
    writeFileSync(join(window.folder, "a) (b.log"), `x ${token}\n`);
    await window.openFile("a) (b.log");
    await window.goToLine(1, 20);
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));

    const text = await window.hover();
    const foreign = () => requests.filter((url) => new URL(url).origin !== new URL(page.url()).origin);
    assert.ok(await staysSo(1500, () => foreign().length === 0), foreign().join());

    assert.match(text, /JSON Web Token ·\s+expired/);
    assert.match(text, /"exp": 1, \/\/ 1970-01-01 00:00:01 UTC/);
    assert.match(text, /\\u202elive\\u2066\\u200b/);
    const parts = await page
      .locator(".monaco-resizable-hover .hover-contents")
      .evaluateAll((all) =>
        all
          .flatMap((each) => [...each.querySelectorAll("a, img, [href], [src], [data-href], b, button, video, iframe")])
          .map((element) => [element.tagName, element.textContent, element.getAttribute("data-href")]),
      );
    assert.deepEqual(
      parts.map(([tag, label]) => `${tag} ${label}`),
      ["A Inspect", "A Copy Payload", "A Verify…"],
    );
    for (const [, , address] of parts) assert.match(address ?? "", /^command:_jwtMint\.atPlace\?[\w%]+$/);
  },
);
