import assert from "node:assert/strict";
import { test } from "node:test";
import { fromHex, toHex } from "../../../../../src/core/bytes.ts";
import { DerError, derMembers, derUnsigned, readDer } from "../../../../../src/core/keys/der/der.ts";
import { der, derInteger } from "../../../../../src/core/keys/der/derWriter.ts";

const bytes = (hex: string) => fromHex(hex) ?? new Uint8Array(0);

test("DER that is not strict is refused", () => {
  const cases = {
    "no bytes": "",
    "a value that runs past the end": "040201",
    "trailing bytes": "04010100",
    "an indefinite length": "308002010000",
    "a length not in shortest form": "04810101",
    "a long length with a leading zero": `04820080${"00".repeat(128)}`,
    "a length of four octets": "048400000001ff",
    "a tag of several octets": "1f810100",
  };

  for (const [title, hex] of Object.entries(cases)) assert.throws(() => readDer(bytes(hex)), DerError, title);
});

test("members are read only of constructed values, and not without end", () => {
  assert.throws(() => derMembers(readDer(bytes("0400"))), DerError);
  assert.throws(() => derMembers(readDer(der(0x30, ...Array.from({ length: 33 }, () => bytes("0500"))))), DerError);
  assert.equal(derMembers(readDer(bytes("300405000500"))).length, 2);
});

test("integers are written in shortest form and read back unsigned", () => {
  const numbers = ["", "01", "7f", "80", "0080", "ffff"];

  const written = numbers.map((hex) => toHex(derInteger(bytes(hex))));

  assert.deepEqual(written, ["020100", "020101", "02017f", "02020080", "02020080", "020300ffff"]);
  assert.equal(toHex(derUnsigned(readDer(bytes("02020080")))), "80");
  assert.throws(() => derUnsigned(readDer(bytes("020180"))), DerError);
});

test("lengths of every size survive writing and reading", () => {
  for (const length of [0, 127, 128, 255, 256, 65_535, 65_536]) {
    assert.equal(readDer(der(0x04, new Uint8Array(length))).content.length, length);
  }
});
