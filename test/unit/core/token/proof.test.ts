import assert from "node:assert/strict";
import { test } from "node:test";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { inspectToken } from "../../../../src/core/token/inspect/inspect.ts";
import { keysFromText } from "../../../../src/core/token/verify/keysFromText.ts";
import { verifyToken } from "../../../../src/core/token/verify/verifyToken.ts";
import { nobody } from "./known.ts";

const NOW = 1_795_646_900;

for (const typ of ["dpop+jwt", "application/DPoP+jwt", "openid4vci-proof+jwt"]) {
  test(`the key that a proof of type ${typ} must bring is no fault, and verifies nothing`, async () => {
    const [own, other] = await Promise.all([generateKeyPair("ES256"), generateKeyPair("ES256")]);
    const jwk = await exportJWK(own.publicKey);
    const claims = { jti: "1", htm: "POST", htu: "https://a.test/token", iat: NOW };
    const compact = await new SignJWT(claims).setProtectedHeader({ typ, alg: "ES256", jwk }).sign(own.privateKey);

    const { findings } = await inspectToken({ compact, keys: [], profiles: nobody, now: NOW });

    assert.deepEqual(
      findings.map(({ code }) => code),
      ["CLAIM_NO_EXP"],
    );
    const by = async (key: CryptoKey) =>
      (await verifyToken({ compact, keys: await keysFromText(JSON.stringify(await exportJWK(key))), now: NOW })).code;
    assert.equal(await by(own.publicKey), undefined);
    assert.equal(await by(other.publicKey), "SIG_INVALID");
  });
}
