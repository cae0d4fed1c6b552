import assert from "node:assert/strict";
import { test } from "node:test";
import { pageHtml } from "../../../src/panel/page.ts";

const sources = {
  script: "https://a.example/webview.js",
  stylesheets: ["https://a.example/panel.css", "https://a.example/token.css"],
  cspSource: "https://a.example",
};

const nonceOf = (html: string) => /script-src 'nonce-([\da-f]{32})'/.exec(html)?.[1];

test("the page allows its own script and stylesheet, and nothing else", () => {
  const html = pageHtml(sources);

  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
  assert.deepEqual(policy?.split("; "), [
    "default-src 'none'",
    "style-src https://a.example 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    `script-src 'nonce-${nonceOf(html)}'`,
  ]);
  assert.match(html, new RegExp(`<script nonce="${nonceOf(html)}" src="https://a.example/webview.js"></script>`));
  for (const stylesheet of sources.stylesheets)
    assert.ok(html.includes(`<link rel="stylesheet" href="${stylesheet}">`));
  assert.doesNotMatch(html, / style=|<style/);
});

test("each page has a nonce of its own", () => {
  assert.notEqual(nonceOf(pageHtml(sources)), nonceOf(pageHtml(sources)));
});
