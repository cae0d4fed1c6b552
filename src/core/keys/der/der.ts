import { type BaseBlock, Constructed, fromBER } from "asn1js";
import { type Bytes, withoutLeadingZeros } from "../../bytes.ts";
import { derTag } from "./oids.ts";
import { lengthOctets } from "./derWriter.ts";

/** One value of X.690 DER. */
export interface DerValue {
  readonly tag: number;
  readonly content: Bytes;
  readonly block: BaseBlock;
}

/** The bytes are no DER. No user sees it: the reader that knows what was expected says it, mostly by `orTruncated`. */
export class DerError extends Error {}

// Key structures are a few levels deep and have at most a dozen members; more means hostile input.
const limits = { maxDepth: 32, maxNodes: 1000, parseEmbedded: false };
const maxMembers = 32;

/** Reads one value that fills `bytes` exactly. Throws DerError. */
export function readDer(bytes: Bytes): DerValue {
  const { result, offset } = parse(bytes);
  if (offset === -1) throw new DerError(result.error);
  if (offset !== bytes.length) throw new DerError("trailing bytes");
  return strict(result);
}

/** The members of a constructed value. Throws DerError. */
export function derMembers({ block }: DerValue): readonly DerValue[] {
  if (!(block instanceof Constructed)) throw new DerError("not constructed");
  const { value: members } = block.valueBlock;
  if (members.length > maxMembers) throw new DerError("too many members");
  return members.map((member) => strict(member));
}

/** The members of a value that must be a SEQUENCE. Throws DerError. */
export function derSequence(value: DerValue | undefined): readonly DerValue[] {
  if (value?.tag !== derTag.sequence) throw new DerError("no sequence");
  return derMembers(value);
}

/** A non-negative INTEGER's bytes, without leading zeros. Throws DerError. */
export function derUnsigned(value: DerValue | undefined): Bytes {
  const first = value?.content[0];
  if (value?.tag !== derTag.integer || first === undefined || first > 0x7f) throw new DerError("no unsigned integer");
  return withoutLeadingZeros(value.content);
}

/** The content of a value that must have this tag. Throws DerError. */
export function derContent(value: DerValue | undefined, tag: number): Bytes {
  if (value?.tag !== tag) throw new DerError("unexpected tag");
  return value.content;
}

/** The bytes of a BIT STRING that uses every bit, as keys and points do. Throws DerError. */
export function derBits(value: DerValue | undefined): Bytes {
  const content = derContent(value, derTag.bitString);
  if (content[0] !== 0) throw new DerError("unused bits");
  return content.subarray(1);
}

/** asn1js reports most of what is wrong, and throws at ill-formed text. */
function parse(bytes: Bytes): ReturnType<typeof fromBER> {
  try {
    return fromBER(bytes, limits);
  } catch (error) {
    throw new DerError("no ASN.1", { cause: error });
  }
}

/** asn1js reads BER; of that DER is the definite and shortest form of lengths (X.690 §10.1), and tags of one octet are enough. */
function strict(block: BaseBlock): DerValue {
  const { idBlock, lenBlock, valueBeforeDecodeView: octets } = block;
  const start = idBlock.blockLength + lenBlock.blockLength;
  const content = new Uint8Array(octets.subarray(start));
  const [tag] = octets;
  if (tag === undefined || idBlock.blockLength !== 1) throw new DerError("no tag of one octet");
  if (lenBlock.isIndefiniteForm) throw new DerError("indefinite length");
  if (lenBlock.blockLength !== lengthOctets(content.length).length) throw new DerError("length not in shortest form");
  return { tag, content, block };
}
