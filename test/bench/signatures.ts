import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { createSigner, createVerifier } from "fast-jwt";
import jsonwebtoken from "jsonwebtoken";
import type { Alg } from "../../src/core/algorithms.ts";
import { mint } from "../../src/core/token/mint/mint.ts";
import { storedVerificationKey } from "../../src/core/token/verify/verificationKey.ts";
import { verifyToken } from "../../src/core/token/verify/verifyToken.ts";
import { generateKey } from "../../src/core/keys/generate.ts";
import { signingKey } from "../../src/core/keys/hostKey.ts";
import { custom } from "../../src/core/providers/custom.ts";
import { median } from "./figures.ts";

/** Those that jsonwebtoken knows; fast-jwt knows EdDSA too. */
const CLASSIC = ["HS256", "HS512", "RS256", "RS512", "PS256", "ES256", "ES384", "ES512"] as const;
const ALGS = [...CLASSIC, "EdDSA", "ML-DSA-44"] as const;
const ROUNDS = 200;
const now = 1_760_000_000;
const claims = { sub: "alice", iat: now, exp: now + 900 };

interface Library {
  readonly name: string;
  /** Undefined where it does not know the algorithm. */
  readonly of: (bench: Bench) => Promise<Work | undefined> | Work | undefined;
}

interface Work {
  readonly sign: () => unknown;
  readonly verify: () => unknown;
}

interface Bench {
  readonly alg: Alg;
  readonly key: Awaited<ReturnType<typeof generateKey>>;
  readonly secretOrPrivate: KeyObject;
  readonly secretOrPublic: KeyObject;
}

async function benchOf(alg: Alg): Promise<Bench> {
  const key = await generateKey(alg);
  const bytes = Buffer.from(key.material.base64, "base64");
  if (key.kty === "oct")
    return { alg, key, secretOrPrivate: createSecretKey(bytes), secretOrPublic: createSecretKey(bytes) };
  const secretOrPrivate = createPrivateKey({ key: bytes, format: "der", type: "pkcs8" });
  return { alg, key, secretOrPrivate, secretOrPublic: createPublicKey(secretOrPrivate) };
}

const own: Library = {
  name: "JWT Mint",
  async of({ alg, key }) {
    const values = { alg, claims: JSON.stringify({ sub: "alice" }), jtiBytes: "0", notBefore: "none" };
    const order = { provider: custom, values, now, lifetime: 900, key: await signingKey(key, alg) };
    const keys = [await storedVerificationKey("bench", key)];
    const compact = await mint(order);
    return { sign: async () => mint(order), verify: async () => verifyToken({ compact, keys, now }) };
  },
};

const jwt: Library = {
  name: "jsonwebtoken",
  of({ alg, secretOrPrivate, secretOrPublic }) {
    const algorithm = CLASSIC.find((each) => each === alg);
    if (algorithm === undefined) return undefined;
    const compact = jsonwebtoken.sign(claims, secretOrPrivate, { algorithm });
    const options = { algorithms: [algorithm], clockTimestamp: now };
    return {
      sign: () => jsonwebtoken.sign(claims, secretOrPrivate, { algorithm }),
      verify: () => jsonwebtoken.verify(compact, secretOrPublic, options),
    };
  },
};

const keyText = (key: KeyObject) =>
  key.type === "secret" ? key.export() : key.export({ format: "pem", type: key.type === "private" ? "pkcs8" : "spki" });

const fast: Library = {
  name: "fast-jwt",
  of({ alg, secretOrPrivate, secretOrPublic }) {
    const algorithm = ([...CLASSIC, "EdDSA"] as const).find((each) => each === alg);
    if (algorithm === undefined) return undefined;
    const signer = createSigner({ key: keyText(secretOrPrivate), algorithm });
    const verifier = createVerifier({
      key: keyText(secretOrPublic),
      algorithms: [algorithm],
      clockTimestamp: now * 1000,
    });
    const compact = signer(claims);
    return { sign: () => signer(claims), verify: () => verifier(compact) };
  },
};

const input = Buffer.from(
  [{ alg: "none" }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join("."),
);

const raw: Library = {
  name: "raw node:crypto",
  of({ alg, secretOrPrivate, secretOrPublic }) {
    const hash = /\d{3}$/.test(alg) && !alg.startsWith("ML") ? `sha${alg.slice(2)}` : null;
    if (alg.startsWith("HS")) {
      const digest = () => createHmac(String(hash), secretOrPrivate).update(input).digest();
      return { sign: digest, verify: digest };
    }
    const pss = alg.startsWith("PS") ? { padding: 6, saltLength: 32 } : {};
    const options = { ...pss, dsaEncoding: "ieee-p1363" } as const;
    const signature = sign(hash, input, { key: secretOrPrivate, ...options });
    return {
      sign: () => sign(hash, input, { key: secretOrPrivate, ...options }),
      verify: () => verify(hash, input, { key: secretOrPublic, ...options }, signature),
    };
  },
};

/** Microseconds, the libraries in turn so that all meet the same machine. */
async function timesOf(works: readonly (Work | undefined)[], what: keyof Work): Promise<readonly string[]> {
  const runs: number[][] = works.map(() => []);
  for (let round = -ROUNDS; round < ROUNDS; round += 1) {
    for (const [index, work] of works.entries()) {
      const start = performance.now();
      await work?.[what]();
      if (round >= 0) runs[index]?.push((performance.now() - start) * 1000);
    }
  }
  return works.map((work, index) => (work === undefined ? "–" : median(runs[index] ?? []).toFixed(0)));
}

/** Prints what signing and verifying cost per algorithm, beside other libraries. */
export async function benchSignatures(): Promise<void> {
  const libraries = [own, jwt, fast, raw];
  console.log("\nSign / verify one token in µs, median of 200 in turn (RSA 2048; ours on WebCrypto, off the thread)");
  console.log(`  ${"".padEnd(10)}${libraries.map(({ name }) => name.padStart(17)).join("")}`);
  for (const alg of ALGS) {
    const bench = await benchOf(alg);
    const works = await Promise.all(libraries.map(async (library) => library.of(bench)));
    const signing = await timesOf(works, "sign");
    const verifying = await timesOf(works, "verify");
    const cells = signing.map((time, index) => `${time} / ${verifying[index]}`.padStart(17));
    console.log(`  ${alg.padEnd(10)}${cells.join("")}`);
  }
}
