import assert from "node:assert/strict";
import { calculateJwkThumbprint, exportJWK } from "jose";
import { readKey } from "../../../../../src/core/keys/read/read.ts";
import { codeOf } from "../rejection.ts";
import { lockedForms, passphrase } from "./lockedForms.ts";
import { file, testWith, made } from "./machine.ts";
import { original } from "./proof.ts";
import { makeBases } from "./samples.ts";

makeBases();

const baseFiles = { rsa: "rsa.pem", ec: "ec.pem", tls: "tls.key" } as const;

for (const { title, tool, args, needs, open, from = "rsa" } of lockedForms) {
  testWith([tool, ...(needs === undefined ? [] : [needs])], `${title}, made by ${tool}, is read`, async () => {
    const name = title.replaceAll(/\W+/g, "-");
    const input = made(name, [tool, ...args, name], () => "");

    const { key, warnings } = await readKey(input, { passphrase });

    assert.deepEqual(warnings, []);
    if (tool === "openssl") {
      const own = original(file(baseFiles[from]));
      assert.equal(key.thumbprint, await calculateJwkThumbprint(await exportJWK(own)));
    }
    if (open) return;
    assert.equal(await codeOf(readKey(input)), "KEY_ENCRYPTED");
    assert.equal(await codeOf(readKey(input, { passphrase: "passphrase 1" })), "KEY_WRONG_PASSWORD");
  });
}
