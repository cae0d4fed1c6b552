import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleFile } from "../../../../../src/core/http/files/sampleFile.ts";
import type { Profile } from "../../../../../src/core/profile.ts";
import { providers } from "../../../../../src/core/providers/index.ts";
import { providerOf, sampleValues } from "../../providers/orders.ts";
import { applyEdits } from "../applyEdits.ts";
import { bearer } from "../insertion.ts";
import { sentByHttpyac } from "../sentByHttpyac.ts";
import { editsForToken } from "../atOnce.ts";

const profileOf = (provider: string, more: Partial<Profile> = {}): Profile => ({
  name: "p",
  provider,
  values: sampleValues[provider] ?? {},
  ...more,
});

const requestLine = (text: string) => text.split("\n").findIndex((line) => /^(GET|POST) \{\{baseUrl\}\}\//.test(line));

for (const provider of providers) {
  test(`the ${provider.name} file has a request that is ready to send`, async () => {
    const text = sampleFile(provider);
    const line = requestLine(text);
    const before = text.split("\n").slice(0, line);

    // In REST Client, variables below a request line would be headers.
    assert.ok(before.some((definition) => /^@baseUrl = \S+$/.test(definition)));
    assert.ok(
      before.every((other) => /^(#.*|@\w+ = \S+|)$/.test(other)),
      text,
    );
    const sent = await sentByHttpyac(text, line);
    const { scheme } = provider.authorization;
    assert.equal(sent?.["Authorization"], [scheme, "not-minted-yet"].filter(Boolean).join(" "));
  });

  test(`a token goes into the ${provider.name} file, as header and as variable`, async () => {
    const text = sampleFile(provider);
    const line = requestLine(text);
    const { scheme } = provider.authorization;
    const delivery = { compact: bearer.compact, ...(scheme === undefined ? {} : { scheme }) };

    for (const as of ["header", "variable"] as const) {
      const { edits, requests, warnings } = editsForToken(text, [{ line, character: 0 }], delivery, { as });
      const sent = await sentByHttpyac(applyEdits(text, edits), line);

      assert.deepEqual([requests, warnings], [1, []]);
      assert.equal(sent?.["Authorization"], [scheme, bearer.compact].filter(Boolean).join(" "));
    }
  });
}

test("further headers take their values from the profile, else from a variable to fill in", async () => {
  const provider = providerOf("help-lightning");
  const text = sampleFile(provider, profileOf(provider.id));
  const sent = await sentByHttpyac(text, requestLine(text));

  assert.equal(sent?.["x-helplightning-api-key"], "apiKey-1");
  assert.match(sampleFile(provider), /^@apiKey = YOUR_API_KEY$/m);
});

test("a line break in a value or a base URL begins no request of its own", () => {
  const evil = "\n\n###\nPOST https://evil.test/";
  const provider = providerOf("help-lightning");
  const hostile = { values: { apiKey: `a${evil}` }, environment: `https://a.test/${evil}` };

  const text = sampleFile(provider, profileOf(provider.id, hostile));

  assert.equal(text.match(/^###/gm)?.length, provider.samples.length);
  assert.doesNotMatch(text, /^POST https/m);
});

test("environments are variables, and baseUrl is the profile's", () => {
  const helpLightning = providerOf("help-lightning");
  const eu = sampleFile(helpLightning, profileOf("help-lightning", { environment: "eu1" }));
  const own = sampleFile(helpLightning, profileOf("help-lightning", { environment: "http://127.0.0.1:4010" }));

  assert.match(eu, /^@usUrl = https:\/\/api\.helplightning\.net\n@eu1Url = https:\S+\n@baseUrl = \{\{eu1Url\}\}$/m);
  assert.match(sampleFile(helpLightning), /^@baseUrl = \{\{usUrl\}\}$/m);
  assert.match(own, /^@baseUrl = http:\/\/127\.0\.0\.1:4010$/m);
  assert.match(sampleFile(providerOf("partner-api")), /^# Your base URL\n@baseUrl = https:\/\/api\.example\.com$/m);
});

test("a profile that is used as a variable fills the header, in REST Client and httpYac alike", async () => {
  const provider = providerOf("lirium");
  const text = sampleFile(provider, profileOf(provider.id, { variable: "liriumToken" }));
  process.env["LIRIUM_TOKEN"] = bearer.compact;

  assert.match(text, /^Authorization: Bearer \{\{\$processEnv LIRIUM_TOKEN\}\}$/m);
  assert.ok(!text.includes("@token"));
  assert.equal((await sentByHttpyac(text, requestLine(text)))?.["Authorization"], `Bearer ${bearer.compact}`);
});

test("a sample's body stands below its headers", () => {
  const text = sampleFile(providerOf("happy-pathology"));

  assert.match(text, /\nContent-Type: application\/json\n\n\{"files":\[.+\]\}\n$/);
});
