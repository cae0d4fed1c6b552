import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../../../../src/core/token/read/decode.ts";
import { inspectToken } from "../../../../../src/core/token/inspect/inspect.ts";
import { mint } from "../../../../../src/core/token/mint/mint.ts";
import { storedVerificationKey } from "../../../../../src/core/token/verify/verificationKey.ts";
import { generateKey } from "../../../../../src/core/keys/generate.ts";
import { signingKey } from "../../../../../src/core/keys/hostKey.ts";
import { NOW, providerOf } from "../../providers/orders.ts";
import { known, nobody } from "../known.ts";

const provider = providerOf("partner-api");
const profile = { name: "Partner", provider: provider.id, key: "partner", values: { clientId: "c" } };

async function minted() {
  const key = await generateKey("HS256");
  const compact = await mint({ provider, values: profile.values, key: await signingKey(key, "HS256"), now: NOW });
  return { compact, key: await storedVerificationKey("partner", key) };
}

test("a token tells its provider, its profile, its state and the stored key that signed it", async () => {
  const { compact, key } = await minted();

  const inspection = await inspectToken({ compact, keys: [key], profiles: known([profile]), now: NOW + 1 });

  const { kind, header, claims } = decode(compact);
  assert.deepEqual(inspection, {
    kind,
    header,
    claims,
    provider: "partner-api",
    profile: "Partner",
    state: "current",
    signature: "verified",
    key: "partner",
    findings: [],
  });
});

test("a signature by none of the stored keys failed, and without a key that fits it is unchecked", async () => {
  const { compact } = await minted();
  const other = await storedVerificationKey("other", await generateKey("HS256"));
  const elliptic = await storedVerificationKey("elliptic", await generateKey("ES256"));

  const outcomes = [[other], [elliptic], []].map(async (keys) =>
    inspectToken({ compact, keys, profiles: nobody, now: NOW }),
  );

  assert.deepEqual(
    (await Promise.all(outcomes)).map(({ signature }) => signature),
    ["failed", "unchecked", "unchecked"],
  );
});

test("a token that carries no payload is unchecked where no key fits: its payload may be elsewhere", async () => {
  const { compact, key } = await minted();
  const [header, , signature] = compact.split(".");

  const { signature: outcome } = await inspectToken({
    compact: `${header}..${signature}`,
    keys: [key],
    profiles: nobody,
    now: NOW,
  });

  assert.equal(outcome, "unchecked");
});

test("an expired token has a finding that says so", async () => {
  const { compact } = await minted();

  const { state, findings } = await inspectToken({ compact, keys: [], profiles: nobody, now: NOW + 900 });

  assert.equal(state, "expired");
  assert.deepEqual(
    findings.map(({ code, severity }) => [code, severity]),
    [["CLAIM_EXPIRED", "error"]],
  );
});
