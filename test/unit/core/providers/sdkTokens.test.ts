import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { exactText } from "../../../../src/core/exactJson.ts";
import { findProvider, providers } from "../../../../src/core/providers/index.ts";
import { craft } from "../../../../src/core/token/mint/craft.ts";
import { recognize } from "../../../../src/core/token/origin/recognize.ts";
import { decode } from "../../../../src/core/token/read/decode.ts";
import { compactOf } from "../../../tokens.ts";

/** What a vendor's own library writes at a time, as JSON text; `random` has what it took for random bytes or IDs. */
interface SdkToken {
  readonly provider: string;
  readonly sdk: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly now: number;
  readonly header: string;
  readonly claims: string;
}

const all: readonly SdkToken[] = JSON.parse(
  readFileSync(new URL("../../../fixtures/sdk-tokens.json", import.meta.url), "utf8"),
);
const known = all.filter(({ provider }) => findProvider(provider) !== undefined);

/** Octokit's library puts `iat` back 30 s and counts ten minutes from there; GitHub's documentation asks for 60 s. */
const differs = new Set(["universal-github-app-jwt@2.2.2"]);

const seconds = (claims: string, name: string) => Number(new RegExp(`"${name}":(\\d+)`).exec(claims)?.[1]);

const withoutTimes = (claims: string) => claims.replaceAll(/"(iat|exp)":\d+/g, '"$1":0');

for (const { provider: id, sdk, inputs, now, header, claims } of known) {
  const what = `${id} with ${JSON.stringify(inputs)}`;

  test(`a token for ${what} is, byte for byte, what ${sdk} writes`, (t) => {
    t.mock.method(crypto, "randomUUID", () => /"jti":"([^"]*)"/.exec(claims)?.[1]);
    const provider = findProvider(id);
    assert.ok(provider !== undefined);
    const exp = seconds(claims, "exp");
    const { alg } = JSON.parse(header);
    const lifetime = Number.isNaN(exp) ? undefined : exp - now;

    const crafted = craft({
      provider,
      values: { ...(provider.inputs.some(({ kind }) => kind === "alg") ? { alg } : {}), ...inputs },
      now,
      lifetime,
      random: (bytes) => Buffer.alloc(bytes, 0x2a).toString("base64url"),
    });

    assert.equal(exactText(crafted.header), header);
    const own = exactText(crafted.claims);
    if (differs.has(sdk)) assert.equal(withoutTimes(own), withoutTimes(claims));
    else assert.equal(own, claims);
  });
}

test("a token of a vendor's library is taken for its own service's or for nobody's", () => {
  let recognized = 0;
  for (const { provider, sdk, header, claims } of all) {
    const found = recognize(decode(compactOf(header, claims)), providers)?.id;
    assert.ok(found === undefined || found === provider, `${sdk} taken for ${found}`);
    recognized += found === undefined ? 0 : 1;
  }
  assert.ok(recognized >= 6, String(recognized));
});
