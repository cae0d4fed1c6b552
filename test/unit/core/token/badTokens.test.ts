import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { attempt, UserError } from "../../../../src/core/errors.ts";
import { tokenAround } from "../../../../src/core/token/find/tokenAtPlace.ts";
import { decode } from "../../../../src/core/token/read/decode.ts";
import { decodedText } from "../../../../src/core/token/read/decodedText.ts";
import { findTokens } from "../../../../src/core/token/find/find.ts";
import { inspectToken } from "../../../../src/core/token/inspect/inspect.ts";
import { pastedToken } from "../../../../src/core/token/find/pastedToken.ts";
import { keysFromText } from "../../../../src/core/token/verify/keysFromText.ts";
import { verifyToken } from "../../../../src/core/token/verify/verifyToken.ts";
import { assertLinear } from "../../linear.ts";
import { deep, wide } from "./longTokens.ts";
import { nobody } from "./known.ts";
import { part } from "../../../tokens.ts";

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly encoding: string;
  readonly input: string;
  readonly expect: {
    readonly outcome: string;
    readonly code?: string | null;
    readonly messageMustSay?: string;
  };
}

const fixture = new URL("../../../fixtures/bad-tokens.json", import.meta.url);
const { meta, entries } = JSON.parse(readFileSync(fixture, "utf8")) as {
  meta: { hmacTestSecret: string };
  entries: readonly Entry[];
};
const NOW = Math.floor(Date.now() / 1000);
const header = part('{"alg":"HS256"}');

const generated: { readonly [id: string]: () => string } = {
  "JWT-032": () => deep(1e4),
  "JWT-033": () => deep(1e6),
  "JWT-035": () => wide(1e5),
  "JWT-055": () => `${header}.${part(`{"exp":${NOW}}`)}.AAAA`,
};

/** Entries whose key is none of the catalogue's: the one that the token's alg asks for. */
const publicKeys: { readonly [id: string]: () => string } = {
  "JWT-103": () => publicPem("P-256"),
  "JWT-105": () => publicPem("P-521"),
};
const publicPem = (namedCurve: string) =>
  generateKeyPairSync("ec", { namedCurve }).publicKey.export({ format: "pem", type: "spki" }).toString();

/** Entries that other tests hold, and which. */
const elsewhere: { readonly [id: string]: string } = {
  "JWT-112": "decrypt/decryptToken.test.ts",
};

/** Words of the catalogue that stand for others here. */
const otherWords: { readonly [id: string]: RegExp } = {
  "JWT-022": /not JSON.*JWS, not a JWT/,
  "JWT-108": /JSON form is not a JWT/,
};

const inspect = async (compact: string) => inspectToken({ compact, keys: [], profiles: nobody, now: NOW });

/** The error that a token is shown with which no verification takes. */
async function shownFault(compact: string, code: unknown) {
  const { findings } = await inspect(compact);
  const keys = await keysFromText(meta.hmacTestSecret);
  assert.equal((await verifyToken({ compact, keys, now: NOW })).code, code);
  return findings.find((finding) => finding.severity === "error" && finding.code === code);
}

test("tokens that are deep or wide cost no more than their length", async () => {
  await assertLinear("JWT-033", { make: deep, work: inspect }, 1.25e5);
  await assertLinear("JWT-035", { make: wide, work: inspect }, 1.25e4);
});

for (const entry of entries.filter(({ id }) => elsewhere[id] === undefined)) {
  const { id, title, expect } = entry;
  test(`${id}: ${title}`, async () => {
    const input = generated[id]?.() ?? entry.input;
    const words =
      otherWords[id] ??
      new RegExp(
        (expect.messageMustSay ?? "").split("; ")[0]?.replaceAll(/[.*+?()[\]{}|\\^$]/g, String.raw`\$&`) ?? "",
      );
    if (expect.outcome === "ignore") assert.deepEqual([findTokens(input), tokenAround(input, 3)], [[], undefined]);
    if (expect.outcome === "accept") assert.equal(decode(pastedToken(input)).claims?.["sub"], "1");
    if (expect.outcome === "error") {
      const decoded = attempt(() => decode(input));
      const fault = decoded instanceof UserError ? decoded : await shownFault(input, expect.code);
      assert.equal(fault?.code, expect.code);
      assert.match(fault?.message ?? "", words);
    }
    if (expect.outcome === "decode") {
      const { findings } = await inspect(input);
      const found = findings.find(({ code }) => code === expect.code);
      if (typeof expect.code === "string") assert.match(found?.message ?? "", words);
      else
        assert.ok(
          findings.every(
            ({ severity, code }) => severity !== "error" || code.startsWith("SIG_") || code === "CLAIM_EXPIRED",
          ),
        );
      assert.doesNotMatch(decodedText(input), /[\p{Cf}\p{Cs}]/u);
    }
    if (expect.outcome.startsWith("verify")) {
      const keys = await keysFromText(publicKeys[id]?.() ?? meta.hmacTestSecret);
      const { valid, code, reason = "" } = await verifyToken({ compact: input, keys, now: NOW });
      assert.equal(valid, expect.outcome === "verify");
      if (!valid && expect.code !== undefined) assert.equal(code, expect.code);
      if (!valid) assert.match(reason, words);
    }
  });
}

test("the tests that hold the other entries name them", () => {
  for (const [id, file] of Object.entries(elsewhere)) {
    assert.ok(readFileSync(new URL(file, import.meta.url), "utf8").includes(`test("${id}: `), id);
  }
});

const shown = (id: string) => decodedText(entries.find((entry) => entry.id === id)?.input ?? "");

test("what JSON.stringify would lose or hide is shown", () => {
  assert.match(shown("JWT-057"), /"n": 1e400/);
  assert.match(shown("JWT-058"), /"s": "\\ud800"/);
  assert.match(shown("JWT-060"), /\\u202e/);
});
