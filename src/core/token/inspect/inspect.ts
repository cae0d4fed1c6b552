import type { Profile } from "../../profile.ts";
import { providers } from "../../providers/index.ts";
import { decode, type Decoded } from "../read/decode.ts";
import { worstFirst } from "./finding.ts";
import { findingsOf } from "./findings.ts";
import { signatureFindings } from "./signature.ts";
import type { SentWith } from "./subject.ts";
import type { Inspection } from "./inspection.ts";
import { meantProvider } from "../origin/intendedProvider.ts";
import { originOf } from "../origin/origins.ts";
import { stateAt } from "../words/state.ts";
import { candidates, storedSigner } from "../verify/signature.ts";
import type { VerificationKey } from "../verify/verificationKey.ts";

interface InspectionOrder {
  readonly compact: string;
  /** The stored keys. */
  readonly keys: readonly VerificationKey[];
  readonly profiles: readonly Profile[];
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
  const { provider, profiles } = originOf(decoded, order.profiles);
  const profile = order.profile ?? profiles[0];
  const clues = { providers, profiles: order.profiles, url: order.sentWith?.url, recognized: provider };
  const meant = meantProvider(decoded, clues);
  const subject = {
    ...order,
    decoded,
    ...(meant !== undefined && { provider: meant }),
    ...(profile !== undefined && { profile }),
  };
  const signature = await signatureOf(order, decoded);
  // Of several profiles that give the same claims none is known to have signed.
  const own = order.profile ?? (profiles.length === 1 ? profile : undefined);
  const facts = { compact, decoded, keys: order.keys, profile: own, thorough: order.thorough === true };
  const bySignature = await signatureFindings({ ...facts, signer: signature.signer });
  return {
    ...decoded,
    ...(provider !== undefined && { provider: provider.id }),
    ...(profile !== undefined && { profile: profile.name }),
    state: stateAt(decoded.claims, now),
    ...signature.outcome,
    findings: worstFirst([...findingsOf(subject), ...bySignature]),
  };
}

interface SignatureFacts {
  readonly outcome: Pick<Inspection, "signature" | "key">;
  readonly signer: VerificationKey | undefined;
}

async function signatureOf({ compact, keys }: InspectionOrder, decoded: Decoded): Promise<SignatureFacts> {
  const isCandidate = decoded.kind === "JWS" && candidates(decoded.header, keys).length > 0;
  if (!isCandidate) return { outcome: { signature: "unchecked" }, signer: undefined };
  const signer = await storedSigner(compact, decoded, keys);
  if (signer === undefined) return { outcome: { signature: "failed" }, signer };
  return { outcome: { signature: "verified", ...(signer.name !== undefined && { key: signer.name }) }, signer };
}
