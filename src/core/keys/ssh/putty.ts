import { type Bytes, concat, fromBase64 } from "../../bytes.ts";
import { attempt, UserError } from "../../errors.ts";
import type { FoundKey } from "../parts.ts";
import { keyIsPutty } from "./sshErrors.ts";
import { sshEc, sshEd25519, sshRsa } from "./sshKey.ts";
import { SshReader } from "./sshReader.ts";

export const puttyMark = /^PuTTY-User-Key-File-/;

/**
 * Reads a PuTTY private key, version 2 or 3 (PuTTY's manual, appendix C). Its MAC is not checked: the proof that the halves
 * belong together says more. Throws KEY_FORMAT_UNSUPPORTED for one with a passphrase or of another type, and what RSA keys throw.
 */
export function readPutty(text: string): FoundKey {
  const lines = text.trim().split(/\r\n|\r|\n/);
  const type = /^PuTTY-User-Key-File-[23]: *(\S{1,40})$/.exec(lines[0] ?? "")?.[1] ?? "";
  const isOpen = lines.some((line) => /^Encryption: *none *$/.test(line));
  const [outer, inner] = [blob(lines, "Public-Lines"), blob(lines, "Private-Lines")];
  const read = readers.find(([pattern]) => pattern.test(type))?.[1];
  if (!isOpen || read === undefined || outer === undefined || inner === undefined) throw keyIsPutty();
  const found = attempt(() => (outer.name() === type ? read(outer, inner) : undefined));
  if (found instanceof UserError) throw found.code === "KEY_TRUNCATED" ? keyIsPutty() : found;
  if (found === undefined) throw keyIsPutty();
  return found;
}

/** The base64 that stands in as many lines as the header says. */
function blob(lines: readonly string[], header: string): SshReader | undefined {
  const at = lines.findIndex((line) => line.startsWith(`${header}: `));
  const count = Number(lines[at]?.slice(header.length + 2));
  const bytes = at < 0 ? undefined : fromBase64(lines.slice(at + 1, at + 1 + count).join(""));
  return bytes && new SshReader(bytes);
}

type Read = (outer: SshReader, inner: SshReader) => FoundKey;

const readers: readonly (readonly [type: RegExp, Read])[] = [
  [
    /^ssh-rsa$/,
    (outer, inner) => {
      const [e, n, d, p, q, qi] = [
        outer.mpint(),
        outer.mpint(),
        inner.mpint(),
        inner.mpint(),
        inner.mpint(),
        inner.mpint(),
      ];
      return sshRsa({ n, e, d, p, q, qi });
    },
  ],
  [/^ecdsa-sha2-nistp(256|384|521)$/, (outer, inner) => sshEc(outer.name(), outer.string(), inner.mpint())],
  [/^ssh-ed25519$/, (outer, inner) => sshEd25519(outer.string(), whole(inner.string()))],
];

/** The seed; versions before 0.75 left out its zeros at the end. */
const whole = (seed: Bytes): Bytes => concat(seed, new Uint8Array(Math.max(0, 32 - seed.length)));
