import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { SignJWT } from "jose";
import type { Alg } from "../../../src/core/algorithms.ts";
import { inspectToken } from "../../../src/core/token/inspect/inspect.ts";
import { keysFromText } from "../../../src/core/token/verify/keysFromText.ts";
import { storedVerificationKey, type VerificationKey } from "../../../src/core/token/verify/verificationKey.ts";
import { verifyToken } from "../../../src/core/token/verify/verifyToken.ts";
import { exportPublicKey } from "../../../src/core/keys/export.ts";
import { generateKey } from "../../../src/core/keys/generate.ts";
import { signingKey } from "../../../src/core/keys/hostKey.ts";
import { randomFrom } from "../http/random.ts";
import { mutantOf, type Specimen } from "./mutants.ts";
import { nobody } from "../../unit/core/token/known.ts";

const NOW = 1_760_000_000;
const algs = ["HS256", "HS512", "RS256", "RS512", "PS256", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"] as const;

interface Known extends Specimen {
  readonly stored: VerificationKey;
  readonly keys: readonly VerificationKey[];
}

async function specimen(alg: Alg): Promise<Known> {
  const key = await generateKey(alg, alg.startsWith("HS") ? { bits: 512 } : {});
  const claims = { sub: alg, iat: NOW, exp: NOW + 60, aud: ["a"] };
  const token = new SignJWT(claims).setProtectedHeader({ alg, typ: "JWT", kid: "1" });
  const stored = await storedVerificationKey(alg, key);
  const publicText = key.kty === "oct" ? "" : await exportPublicKey(key, "pem");
  const compact = await token.sign(await signingKey(key, alg));
  return { compact, publicText, stored, keys: publicText === "" ? [stored] : await keysFromText(publicText) };
}

/** A token whose HMAC secret is a public key, which a verifier that trusts `alg` takes (RFC 8725 §2.1). */
function confused({ compact, publicText }: Specimen): string {
  const input = `${Buffer.from('{"alg":"HS256","typ":"JWT"}').toString("base64url")}.${compact.split(".")[1]}`;
  return `${input}.${createHmac("sha256", publicText).update(input).digest("base64url")}`;
}

/** Makes `count` mutants of valid tokens of every algorithm, and fails when one is called verified. */
export async function checkMutants(seed: number, count: number): Promise<void> {
  const random = randomFrom(seed);
  const known = await Promise.all(algs.map(specimen));
  const originals = new Set(known.map(({ compact }) => compact));
  for (const each of known) {
    const { valid, reason } = await verifyToken({ compact: each.compact, keys: each.keys, now: NOW });
    assert.deepEqual([valid, reason], [true, undefined], "the original is valid");
  }
  const all = known.map(({ stored }) => stored);
  for (let made = 0; made < count; made += 1) {
    const original = known[made % known.length] ?? assert.fail();
    const forge = made % 50 === 0 && original.publicText !== "";
    const mutant = forge ? confused(original) : mutantOf(original, random, known);
    if (originals.has(mutant)) continue;
    const context = `seed ${seed}, mutant ${made}: ${JSON.stringify(mutant)}`;
    const order = { compact: mutant, keys: made % 2 === 0 ? original.keys : all, now: NOW, ignoreKeyMembers: true };
    assert.equal((await verifyToken(order)).valid, false, context);
    assert.notEqual(await signatureOf(mutant, all), "verified", context);
  }
}

/** What an inspection says; a text that is no token has none. */
const signatureOf = async (compact: string, keys: readonly VerificationKey[]) =>
  inspectToken({ compact, keys, profiles: nobody, now: NOW }).then(
    ({ signature }) => signature,
    (error: Error) => assert.equal(error.name, "UserError"),
  );
