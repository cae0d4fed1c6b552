import type { KeyObject } from "node:crypto";
import { derTag, oidBytes } from "../../../../../src/core/keys/der/oids.ts";
import { der } from "../../../../../src/core/keys/der/derWriter.ts";

const bytes = (value: Uint8Array) => new Uint8Array(value);
const sequence = (...parts: Uint8Array[]) => der(derTag.sequence, ...parts.map(bytes));
const text = (tag: number, value: string) => der(tag, bytes(Buffer.from(value)));

/** A certificate of version 3 (RFC 5280 §4.1) of a key, as PEM. */
export function certificateOf(publicKey: KeyObject, sign: (body: Uint8Array) => Uint8Array): string {
  const algorithm = sequence(der(derTag.oid, oidBytes("2a864886f70d01010b")));
  const name = sequence(der(0x31, sequence(der(derTag.oid, oidBytes("550403")), text(0x0c, "test"))));
  const validity = sequence(text(0x17, "250101000000Z"), text(0x17, "350101000000Z"));
  const spki = bytes(publicKey.export({ format: "der", type: "spki" }));
  const version = der(0xa0, der(derTag.integer, Uint8Array.of(2)));
  const serial = der(derTag.integer, Uint8Array.of(1));
  const body = sequence(version, serial, algorithm, name, validity, name, spki);
  const certificate = sequence(body, algorithm, der(derTag.bitString, Uint8Array.of(0), bytes(sign(body))));
  return `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate).toString("base64")}\n-----END CERTIFICATE-----\n`;
}
