import type { MintOrder } from "../../core/profile.ts";
import type { Minting } from "../minting.ts";
import type { Services } from "../services.ts";
import { subjectOf } from "./answers.ts";

/** Minting as commands have it that are called by argument. */
export type CallMinting = Pick<Minting, "mintProfile" | "mintOrder">;

/** Has a stored key sign only for what calls may have signed. Throws CALL_NOT_ALLOWED, and what minting throws. */
export function callMinting({
  minting,
  profiles,
  allowedCalls,
}: Pick<Services, "minting" | "profiles" | "allowedCalls">): CallMinting {
  const allow = async (order: MintOrder, profile?: string) => {
    const subject = subjectOf(order, profile);
    if (subject !== undefined) await allowedCalls.require(subject);
  };
  return {
    async mintProfile(name) {
      const profile = profiles.get(name);
      // What is not confirmed is refused without a question.
      if (!profiles.needsConfirmation(profile)) await allow(profile, name);
      return minting.mintProfile(name);
    },
    async mintOrder(order) {
      if ((await profiles.findUnconfirmed(order)) === undefined) await allow(order);
      return minting.mintOrder(order);
    },
  };
}
