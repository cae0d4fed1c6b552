import assert from "node:assert/strict";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { test } from "node:test";
import { calculateJwkThumbprint, exportJWK } from "jose";
import type { Bytes } from "../../../../../src/core/bytes.ts";
import { UserError } from "../../../../../src/core/errors.ts";
import { pkcs12Passwords } from "../../../../../src/core/keys/encryption/open.ts";
import { listKeys } from "../../../../../src/core/keys/read/listKeys.ts";
import { pemText } from "../../../../../src/core/keys/read/pem.ts";
import { readKey } from "../../../../../src/core/keys/read/read.ts";
import { encryptedPkcs8 } from "../pbes2.ts";
import { codeOf } from "../rejection.ts";
import { berOf, certificateBag, clearSafe, keyBag, lockedSafe, nestedBag, pfx, shroudedBag } from "./pfx.ts";

const ec = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const pkcs8 = (key: KeyObject): Bytes => new Uint8Array(key.export({ type: "pkcs8", format: "der" }));
const shrouded = (key: KeyObject, name?: string) => shroudedBag(encryptedPkcs8(pkcs8(key), "x", {}), name);
const ownThumbprint = async () => calculateJwkThumbprint(await exportJWK(ec));

const stores: { readonly [title: string]: Bytes } = {
  "a key in the clear": pfx(clearSafe(keyBag(pkcs8(ec)))),
  "a shrouded key after certificates": pfx(lockedSafe(certificateBag()), clearSafe(shrouded(ec))),
  "a shrouded key within a bag": pfx(clearSafe(certificateBag(), nestedBag(shrouded(ec)))),
  "an encrypted part with a key": pfx(lockedSafe(keyBag(pkcs8(ec)))),
  "an encrypted part with a shrouded key": pfx(lockedSafe(certificateBag()), lockedSafe(shrouded(ec))),
};

for (const [title, store] of Object.entries(stores)) {
  test(`a PKCS#12 keystore with ${title} is read in DER, in BER and as PEM`, async () => {
    for (const input of [store, berOf(store), pemText("PKCS12", store)]) {
      assert.equal((await readKey(input, { passphrase: "x" })).key.thumbprint, await ownThumbprint());
      if (title === "a key in the clear") continue;
      assert.equal(await codeOf(readKey(input)), "KEY_ENCRYPTED");
      assert.equal(await codeOf(readKey(input, { passphrase: "y" })), "KEY_WRONG_PASSWORD");
    }
  });
}

test("of several keys in a keystore, one is chosen by the name it has there", async () => {
  const store = pfx(clearSafe(keyBag(pkcs8(rsa), "première"), shrouded(ec, "second")));

  assert.deepEqual(listKeys(store), [
    { index: 0, kty: "RSA", bits: 2048, name: "première" },
    { index: 1, name: "second" },
  ]);
  assert.equal(await codeOf(readKey(store)), "KEY_SEVERAL");
  assert.equal((await readKey(store, { pick: 1, passphrase: "x" })).key.thumbprint, await ownThumbprint());
});

test("a keystore in base64 behind the name of a variable is read with its passphrase", async () => {
  const text = `OTHER=1\nKEYSTORE=${Buffer.from(pfx(clearSafe(shrouded(ec)))).toString("base64")}\n`;

  assert.equal(await codeOf(readKey(text)), "KEY_ENCRYPTED");
  assert.equal((await readKey(text, { passphrase: "x" })).key.thumbprint, await ownThumbprint());
  assert.equal(await codeOf(readKey(text, { alg: "HS256" })), "SECRET_IS_PRIVATE_KEY");
});

test("a keystore without a private key is said to have none, once it could be opened", async () => {
  assert.equal(await codeOf(readKey(pfx(clearSafe(certificateBag())))), "KEY_IS_CERTIFICATE");
  const locked = pfx(lockedSafe(certificateBag()));
  assert.equal(await codeOf(readKey(locked)), "KEY_ENCRYPTED");
  assert.equal(await codeOf(readKey(locked, { passphrase: "y" })), "KEY_WRONG_PASSWORD");
  assert.equal(await codeOf(readKey(locked, { passphrase: "x" })), "KEY_IS_CERTIFICATE");
});

test("several keys in an encrypted part are refused with a command", async () => {
  const store = pfx(lockedSafe(keyBag(pkcs8(ec)), keyBag(pkcs8(rsa))));

  await assert.rejects(readKey(store, { passphrase: "x" }), /"openssl pkcs12 -in FILE -nocerts -nodes -out NEWFILE"/);
});

test("a keystore that is cut short is said to be", async () => {
  const store = stores["a shrouded key after certificates"] ?? new Uint8Array(0);

  for (const length of [40, 200, store.length - 1]) {
    assert.equal(await codeOf(readKey(store.slice(0, length))), "KEY_TRUNCATED");
    assert.equal(await codeOf(readKey(berOf(store).slice(0, length))), "KEY_TRUNCATED");
  }
});

test("every byte of a keystore, changed, is refused with a sentence or leaves the same key", async () => {
  for (const store of [
    pfx(clearSafe(shrouded(ec, "a"))),
    berOf(pfx(clearSafe(keyBag(pkcs8(ec))))),
    pfx(lockedSafe(keyBag(pkcs8(ec)))),
  ]) {
    for (let place = 0; place < store.length; place++) {
      const mutant = store.slice();
      mutant[place] = (mutant[place] ?? 0) ^ 0x01;
      const result = await readKey(mutant, { passphrase: "x" }).catch((error: unknown) => error);
      if (result instanceof Error) assert.ok(result instanceof UserError, `byte ${place}: ${result.message}`);
      else assert.equal((result as Awaited<ReturnType<typeof readKey>>).key.thumbprint, await ownThumbprint());
    }
  }
});

const begun = (...rest: readonly Uint8Array[]) => Buffer.concat([Uint8Array.of(0x30, 0x80, 2, 1, 3), ...rest]);

test("a keystore nested deep or of many values is refused", async () => {
  const deep = begun(Buffer.alloc(10_000, Uint8Array.of(0x30, 0x80)));
  const wide = begun(Buffer.alloc(40_000, Uint8Array.of(5, 0)), Uint8Array.of(0, 0));

  for (const input of [deep, wide]) assert.equal(await codeOf(readKey(new Uint8Array(input))), "KEY_TRUNCATED");
});

const hex = (passphrase: string) => pkcs12Passwords(passphrase).map((bytes) => Buffer.from(bytes).toString("hex"));

test("a passphrase stands for UTF-16 in PKCS#12, an empty one perhaps for nothing", () => {
  assert.deepEqual(hex("ab"), ["006100620000"]);
  assert.deepEqual(hex(""), ["0000", ""]);
  assert.deepEqual(hex("é"), ["00e90000", "00c300a90000"]);
});
