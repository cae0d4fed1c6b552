import { type Bytes, toBase64 } from "../../bytes.ts";

/** One block of RFC 7468 §2, in lines of 64 characters. */
export const pemText = (label: string, bytes: Bytes): string =>
  `-----BEGIN ${label}-----\n${toBase64(bytes).replaceAll(/.{64}(?=.)/g, "$&\n")}\n-----END ${label}-----\n`;
