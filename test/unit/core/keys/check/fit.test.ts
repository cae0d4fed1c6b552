import assert from "node:assert/strict";
import { test } from "node:test";
import { type Alg, algNames, algorithms } from "../../../../../src/core/algorithms.ts";
import { fits, misfit } from "../../../../../src/core/keys/check/fit.ts";

const lirium = { name: "lirium", kty: "RSA", bits: 4096 } as const;

test("a misfit says what the alg needs, what the key is and what the key can do", () => {
  assert.deepEqual(misfit(lirium, "ES256"), {
    code: "KEY_ALG_MISMATCH",
    message: 'ES256 needs an EC key on P-256; "lirium" is a 4096-bit RSA key.',
    remedy: "Choose such a key, or sign with RS256, RS384, RS512, PS256, PS384, PS512.",
  });
});

test("a key without a name is called this", () => {
  assert.match(
    misfit({ kty: "EC", crv: "P-384" }, "HS256")?.message ?? "",
    /needs an HMAC secret; this is an EC key on P-384\./,
  );
});

test("a key fits exactly the algs of its type and curve", () => {
  const key = { kty: "OKP", crv: "Ed25519" } as const;

  assert.deepEqual(
    algNames.filter((alg) => fits(key, alg)),
    ["Ed25519", "EdDSA"],
  );
  assert.ok(algNames.every((alg) => fits(algorithms[alg], alg)));
});

test("a name from outside that is no alg is refused, and shown only when it looks like one", () => {
  const errors = ["RS257", "constructor", "<b>not an alg</b>"].map((name) => misfit(lirium, name as Alg));

  assert.deepEqual(
    errors.map((error) => error?.code),
    ["ALG_UNSUPPORTED", "ALG_UNSUPPORTED", "ALG_UNSUPPORTED"],
  );
  assert.match(errors[0]?.message ?? "", /RS257/);
  assert.doesNotMatch(errors[2]?.message ?? "", /not an alg</);
});
