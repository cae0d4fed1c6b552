import type { KeyObject } from "node:crypto";

export type Field = Uint8Array | string;

/** A string of RFC 4251 §5. */
export function string(field: Field): Buffer {
  const bytes = Buffer.from(field);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

export const uint32 = (number: number): Buffer => Buffer.from([number >>> 24, number >>> 16, number >>> 8, number]);

const bytesOf = (base64url: string | undefined): Buffer => Buffer.from(base64url ?? "", "base64url");

/** The bytes of an mpint from a JWK's member. */
const mpint = (base64url: string | undefined): Buffer => {
  const bytes = bytesOf(base64url);
  const digits = bytes.subarray(bytes.findIndex((byte) => byte !== 0));
  return (digits[0] ?? 0) > 0x7f ? Buffer.concat([Buffer.of(0), digits]) : digits;
};

export interface SshParts {
  readonly type: string;
  /** The fields of the public key and, after them, of OpenSSH's and PuTTY's private one, without the type. */
  readonly outer: readonly Field[];
  readonly openSsh: readonly Field[];
  readonly putty: readonly Field[];
}

/** What SSH's formats make of a private key. */
export function sshParts(key: KeyObject): SshParts {
  const { n, e, d, p, q, qi, x, y, crv } = key.export({ format: "jwk" });
  if (key.asymmetricKeyType === "rsa") {
    const openSsh = [n, e, d, qi, p, q].map(mpint);
    return { type: "ssh-rsa", outer: [e, n].map(mpint), openSsh, putty: [d, p, q, qi].map(mpint) };
  }
  if (key.asymmetricKeyType === "ed25519") {
    const [pub, seed] = [bytesOf(x), bytesOf(d)];
    return { type: "ssh-ed25519", outer: [pub], openSsh: [pub, Buffer.concat([seed, pub])], putty: [seed] };
  }
  const curve = `nistp${crv?.slice(2)}`;
  const outer = [curve, Buffer.concat([Buffer.of(4), bytesOf(x), bytesOf(y)])];
  return { type: `ecdsa-sha2-${curve}`, outer, openSsh: [...outer, mpint(d)], putty: [mpint(d)] };
}

interface OpenSsh extends Pick<SshParts, "type" | "outer" | "openSsh"> {
  readonly cipher?: string;
  readonly checks?: readonly [number, number];
  readonly count?: number;
  readonly padding?: readonly number[];
}

/** OpenSSH's format (PROTOCOL.key), with what is to be odd about it. */
export function openSshFile({ type, outer, openSsh, ...odd }: OpenSsh): Uint8Array {
  const { cipher = "none", checks = [7, 7], count = 1, padding = [1, 2, 3] } = odd;
  const inner = [...checks.map(uint32), ...[type, ...openSsh, "a comment"].map(string), Buffer.from(padding)];
  return new Uint8Array(
    Buffer.concat([
      Buffer.from("openssh-key-v1\0"),
      ...[cipher, "none", ""].map(string),
      uint32(count),
      string(Buffer.concat([type, ...outer].map(string))),
      string(Buffer.concat(inner)),
    ]),
  );
}

const lines = (name: string, fields: readonly Field[]): string => {
  const base64 =
    Buffer.concat(fields.map(string))
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return `${name}-Lines: ${base64.length}\r\n${base64.join("\r\n")}\r\n`;
};

/** PuTTY's format; nobody reads its MAC. */
export const puttyFile = ({ type, outer, putty }: SshParts, version: 2 | 3, encryption = "none"): string =>
  `PuTTY-User-Key-File-${version}: ${type}\r\nEncryption: ${encryption}\r\nComment: a comment\r\n` +
  `${lines("Public", [type, ...outer])}${lines("Private", putty)}Private-MAC: 00\r\n`;
