import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { UserError } from "../../../../src/core/errors.ts";
import { readKey } from "../../../../src/core/keys/read/read.ts";
import { assertLinear } from "../../linear.ts";

/** A linear congruential generator, so that a failure can be repeated. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >>> 8) % below;
  };
}

const key = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
const forms: { readonly [form: string]: Uint8Array } = {
  "PKCS#8 DER": new Uint8Array(key.export({ type: "pkcs8", format: "der" })),
  "SEC1 DER": new Uint8Array(key.export({ type: "sec1", format: "der" })),
  PEM: new TextEncoder().encode(key.export({ type: "pkcs8", format: "pem" }).toString()),
  "encrypted PKCS#8 DER": new Uint8Array(
    key.export({ type: "pkcs8", format: "der", cipher: "aes-256-cbc", passphrase: "x" }),
  ),
  JWK: new TextEncoder().encode(JSON.stringify(key.export({ format: "jwk" }))),
};

for (const [form, bytes] of Object.entries(forms)) {
  test(`1000 mutants of a key as ${form} are read or refused with a sentence`, async () => {
    const random = seeded(7517);

    for (let round = 0; round < 1000; round++) {
      const mutant = bytes.slice(0, random(4) === 0 ? random(bytes.length) : bytes.length);
      for (let change = random(3); change >= 0; change--) mutant[random(bytes.length)] = random(256);
      await readKey(mutant).catch((error: unknown) => {
        assert.ok(error instanceof UserError, `round ${round}: ${String(error)}`);
      });
    }
  });
}

const isRefused = async (text: string) => assert.rejects(readKey(text), UserError);

test("hostile inputs of a megabyte are refused, and cost no more than their length", async () => {
  const units = ["\\", "-", "[", '{"a":', "BEGIN ", "-----BEGIN A-----", "MI", "END A ", " \\r", "\n"];

  for (const unit of units) {
    const make = (length: number) => unit.repeat(length / unit.length);
    await assertLinear(JSON.stringify(unit), { make, work: isRefused }, 2 ** 17);
  }
});
