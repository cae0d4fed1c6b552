import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { sentWith } from "../../../../../src/core/http/read/sentTokens.ts";
import { inspectToken } from "../../../../../src/core/token/inspect/inspect.ts";
import { decodedText } from "../../../../../src/core/token/read/decodedText.ts";
import { readTokens } from "../../http/atOnce.ts";
import { nobody } from "../known.ts";

interface Reported {
  readonly id: string;
  readonly wanted: string;
  /** What is right, in words. */
  readonly right: string;
  readonly input: { readonly token: string } | { readonly text: string };
}

const fixture = new URL("../../../../fixtures/reported-findings.json", import.meta.url);
const reported = JSON.parse(readFileSync(fixture, "utf8")) as readonly Reported[];

/** When the tokens were made. */
const NOW = 1_795_646_877;

/** What a finding says of each. */
const words: Readonly<Record<string, RegExp>> = {
  V10i: /Microsoft Graph, signed over a hash of its nonce/,
  I04: /^sub is a number, but must be a text/,
  I06: /^jti is a number[^]*\naud is an object/,
  A03: /^exp is 600, which looks like a duration, but exp is a moment/m,
  A09: /^This token expired[^]*\niat is 2 h ago to the minute.*time zone/,
  U05: /many servers refuse headers above .*8 KB/,
  D03: /^This request has 2 Authorization headers, which REST Client joins with a comma/,
  V11: /^"=" padding is not allowed in a JWT.*load balancers of AWS write it/,
};

/** The token of the request in a .http file, and how it is sent. */
function sentIn(text: string) {
  const [request] = readTokens(text, "http").requests;
  assert.ok(request?.token);
  const sent = sentWith(request.token, request, (line) => text.split("\n")[line] ?? "");
  return { compact: request.token.compact, sentWith: sent };
}

for (const { id, wanted, right, input } of reported) {
  test(`${id}: ${wanted}: ${right}`, async () => {
    const asked = "text" in input ? sentIn(input.text) : { compact: input.token };

    const { claims, findings } = await inspectToken({ ...asked, keys: [], profiles: nobody, now: NOW });

    assert.match(findings.map(({ message }) => message).join("\n"), words[id] ?? /^$/);
    assert.ok(claims);
    assert.match(decodedText(asked.compact), /"claims": \{/);
  });
}
