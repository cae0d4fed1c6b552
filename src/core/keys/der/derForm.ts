import type { Bytes } from "../../bytes.ts";
import { DerError, derMembers, type DerValue, readDer } from "./der.ts";
import { derTag } from "./oids.ts";

export type PrivateForm = "pkcs8" | "pkcs1" | "sec1";
export type DerForm =
  PrivateForm | "multiPrime" | "dsa" | "encrypted" | "public" | "request" | "certificate" | "pkcs7" | "pkcs12";

/** Tags of the members, in hex, as RFC 5958, 8017, 5915, 5280, 2315 and 7292 set them. */
const shapes: readonly (readonly [DerForm, RegExp])[] = [
  ["pkcs8", /^02 30 04( a0)?( a1| 81)?$/],
  ["pkcs1", /^02( 02){8}$/],
  ["multiPrime", /^02( 02){8} 30$/],
  ["sec1", /^02 04( a0)?( a1)?$/],
  ["dsa", /^02( 02){5}$/],
  ["encrypted", /^30 04$/],
  ["public", /^(30 03|02 02)$/],
  ["certificate", /^30 30 03$/],
  ["pkcs7", /^06 a0$/],
  ["pkcs12", /^02 30( 30)?$/],
];

/** What a DER structure is, judged by its tags alone: PEM labels and file names are often wrong. Throws DerError. */
export function formOf(members: readonly DerValue[]): DerForm | undefined {
  const tags = members.map(({ tag }) => tag.toString(16).padStart(2, "0")).join(" ");
  const form = shapes.find(([, shape]) => shape.test(tags))?.[0];
  return form === "certificate" && isRequest(members[0]) ? "request" : form;
}

/** As `formOf`, for bytes that may be anything. */
export function derFormOf(bytes: Bytes): DerForm | undefined {
  try {
    return formOf(derMembers(readDer(bytes)));
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

/** Whether anyone may have the bytes of such a structure. */
export const isPublicForm = (form: DerForm): boolean =>
  form === "public" || form === "certificate" || form === "request" || form === "pkcs7";

// Both are body, algorithm, signature; only in a request is the body's third member the public key (RFC 2986 §4.1).
function isRequest(body: DerValue | undefined): boolean {
  const third = body && derMembers(body)[2];
  return third?.tag === derTag.sequence && derMembers(third)[1]?.tag === derTag.bitString;
}
