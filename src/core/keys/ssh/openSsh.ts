import type { Bytes } from "../../bytes.ts";
import { keyInconsistent } from "../errors.ts";
import type { FoundKey } from "../parts.ts";
import { keyIsLockedOpenSsh, keyIsLockedOpenSshEd25519, openSshTruncated } from "./sshErrors.ts";
import { sshEc, sshEd25519, sshRsa, sshTypeRefused } from "./sshKey.ts";
import { SshReader } from "./sshReader.ts";

/** The first bytes of an OpenSSH private key. */
export const openSshMagic: Bytes = new TextEncoder().encode("openssh-key-v1\0");

/**
 * Reads a private key in OpenSSH's own format (OpenSSH, PROTOCOL.key). Throws KEY_IS_OPENSSH for one with a passphrase, whose
 * derivation bcrypt_pbkdf only OpenSSH has, KEY_INCONSISTENT, KEY_TRUNCATED and what the types of keys throw.
 */
export function readOpenSsh(bytes: Bytes): FoundKey {
  const file = new SshReader(bytes);
  const magic = file.take(openSshMagic.length);
  if (!isSame(magic, openSshMagic)) throw openSshTruncated();
  const [cipher] = [file.name(), file.name(), file.string()];
  // There is a place for more than one key, but nothing writes them.
  if (file.uint32() !== 1) throw openSshTruncated();
  const publicBlob = file.string();
  const type = new SshReader(publicBlob).name();
  if (!isKnown(type)) throw sshTypeRefused(type);
  if (cipher !== "none") throw type === "ssh-ed25519" ? keyIsLockedOpenSshEd25519() : keyIsLockedOpenSsh();
  const inner = new SshReader(file.string());
  if (inner.uint32() !== inner.uint32()) throw openSshTruncated();
  if (inner.name() !== type) throw keyInconsistent();
  const found = readKey(type, inner, publicBlob);
  inner.string(); // The comment.
  if (inner.rest().some((byte, i) => byte !== ((i + 1) & 0xff))) throw openSshTruncated();
  return found;
}

const isKnown = (type: string): boolean =>
  type === "ssh-rsa" || type === "ssh-ed25519" || type.startsWith("ecdsa-sha2-nistp");

/** The key itself, whose public numbers must be those in front of it. */
function readKey(type: string, inner: SshReader, publicBlob: Bytes): FoundKey {
  const outer = new SshReader(publicBlob);
  outer.name();
  if (type === "ssh-rsa") {
    const [n, e, d, qi, p, q] = [
      inner.mpint(),
      inner.mpint(),
      inner.mpint(),
      inner.mpint(),
      inner.mpint(),
      inner.mpint(),
    ];
    if (!isSame(outer.mpint(), e) || !isSame(outer.mpint(), n)) throw keyInconsistent();
    return sshRsa({ n, e, d, p, q, qi });
  }
  if (type === "ssh-ed25519") {
    const [x, both] = [inner.string(), inner.string()];
    if (!isSame(outer.string(), x) || !isSame(both.subarray(32), x)) throw keyInconsistent();
    return sshEd25519(x, both.subarray(0, 32));
  }
  const [curve, point, d] = [inner.name(), inner.string(), inner.mpint()];
  if (outer.name() !== curve || !isSame(outer.string(), point)) throw keyInconsistent();
  return sshEc(curve, point, d);
}

const isSame = (one: Bytes, other: Bytes): boolean =>
  one.length === other.length && one.every((byte, i) => byte === other[i]);
