import type { Profile } from "../../profile.ts";
import { providers } from "../../providers/index.ts";
import { decode, type Decoded, isDetached } from "../read/decode.ts";
import { type Finding, type SentWith, type Subject, worstFirst } from "./finding.ts";
import { findingsOf } from "./findings.ts";
import { signatureFindings } from "./signature.ts";
import type { KnownProfiles } from "../origin/knownProfiles.ts";
import { meantProvider } from "../origin/intendedProvider.ts";
import { type Origin, originOf } from "../origin/origin.ts";
import { stateAt, type TokenState } from "../words/state.ts";
import { candidates, storedSigner } from "../verify/signature.ts";
import type { VerificationKey } from "../verify/verificationKey.ts";
import type { JsonObject } from "../../json.ts";

/** What is known of a token. That it decodes and that its time is right say nothing about its signature. */
export interface Inspection {
  readonly kind: "JWS" | "JWE";
  readonly header: JsonObject;
  /** Absent for a JWE, and for a JWS whose payload is not a JSON object. */
  readonly claims?: JsonObject;
  /** The id of the provider whose tokens look like this one. */
  readonly provider?: string;
  /** The name of the profile whose values give this token. */
  readonly profile?: string;
  readonly state: TokenState;
  /** `unchecked`: no stored key can have made it. `failed`: some could have, and none did. */
  readonly signature: "unchecked" | "verified" | "failed";
  /** The name of the stored key that the signature was verified with. */
  readonly key?: string;
  /** Worst first. */
  readonly findings: readonly Finding[];
}

interface InspectionOrder {
  readonly compact: string;
  /** The stored keys. */
  readonly keys: readonly VerificationKey[];
  readonly profiles: KnownProfiles;
  /** The profile that the token is known to come from. */
  readonly profile?: Profile;
  readonly sentWith?: SentWith;
  /** The person asked for this token: what takes some milliseconds is looked at as well. */
  readonly thorough?: boolean;
  /** Seconds since the epoch. */
  readonly now: number;
}

/** Tells what a token is, whose it is, how it stands and what is wrong with it. Throws UserError for what is no token. */
export async function inspectToken(order: InspectionOrder): Promise<Inspection> {
  const { compact, now } = order;
  const decoded = decode(compact);
  const { provider, profiles, profile, subject } = identified({ ...order, decoded });
  const signature = await signatureOf(order, decoded);
  // Of several profiles that give the same claims none is known to have signed.
  const own = order.profile ?? (profiles.length === 1 ? profile : undefined);
  const facts = { compact, decoded, keys: order.keys, profile: own, thorough: order.thorough === true };
  const bySignature = await signatureFindings({ ...facts, signer: signature.signer });
  const { text: _digits, ...values } = decoded;
  return {
    ...values,
    ...(provider !== undefined && { provider: provider.id }),
    ...(profile !== undefined && { profile: profile.name }),
    state: stateAt(decoded.claims, now),
    ...signature.outcome,
    findings: worstFirst([...findingsOf(subject), ...bySignature]),
  };
}

type UnsignedOrder = Omit<InspectionOrder, "keys" | "thorough"> & { readonly decoded: Decoded };

/** What is wrong with a token besides its signature. */
export const findingsWithoutKey = (order: UnsignedOrder): readonly Finding[] => findingsOf(identified(order).subject);

/** Whose a token is, and what findings are looked for in. */
function identified(
  order: UnsignedOrder,
): Origin & { readonly profile: Profile | undefined; readonly subject: Subject } {
  const { provider, profiles } = originOf(order.decoded, order.profiles);
  const profile = order.profile ?? profiles[0];
  const clues = { providers, profiles: order.profiles, url: order.sentWith?.url, recognized: provider };
  const meant = meantProvider(order.decoded, clues);
  const subject = {
    ...order,
    ...(meant !== undefined && { provider: meant }),
    ...(profile !== undefined && { profile }),
  };
  return { provider, profiles, profile, subject };
}

interface SignatureFacts {
  readonly outcome: Pick<Inspection, "signature" | "key">;
  readonly signer: VerificationKey | undefined;
}

async function signatureOf({ compact, keys }: InspectionOrder, decoded: Decoded): Promise<SignatureFacts> {
  const isCandidate = decoded.kind === "JWS" && candidates(decoded.header, keys).length > 0;
  if (!isCandidate) return { outcome: { signature: "unchecked" }, signer: undefined };
  const signer = await storedSigner(compact, decoded, keys);
  // Without its payload, which may be detached, nothing says that the signature is wrong (RFC 7515 §F).
  if (signer === undefined && isDetached(compact)) return { outcome: { signature: "unchecked" }, signer };
  if (signer === undefined) return { outcome: { signature: "failed" }, signer };
  return { outcome: { signature: "verified", ...(signer.name !== undefined && { key: signer.name }) }, signer };
}
