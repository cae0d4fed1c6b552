/** The identifier octets of X.690 §8.1.2 that key structures are made of. */
export const derTag = { integer: 0x02, bitString: 0x03, octets: 0x04, null: 0x05, oid: 0x06, sequence: 0x30 } as const;
