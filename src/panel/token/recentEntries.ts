import { decode } from "../../core/token/read/decode.ts";
import type { Minted } from "../../services/minting.ts";
import type { RecentToken } from "../../services/recentToken.ts";
import { recentTokenGone } from "../errors.ts";
import type { RecentEntry } from "./protocol.ts";

const timeClaims: ReadonlySet<string> = new Set(["iat", "nbf", "exp"]);

/** The tokens of this window without the tokens themselves: what they are, and how long they are good. */
export const recentEntries = ({ all }: Pick<RecentToken, "all">): readonly RecentEntry[] => all.map(entryOf);

function entryOf({ id, compact, provider, profile, mintedAt }: Minted): RecentEntry {
  const times = Object.entries(decode(compact).claims ?? {}).filter(([claim]) => timeClaims.has(claim));
  return {
    id,
    provider: provider.name,
    ...(profile !== undefined && { profile }),
    mintedAt,
    times: Object.fromEntries(times),
  };
}

/** The token that an entry stands for. Throws RECENT_TOKEN_GONE. */
export function recentOf({ all }: Pick<RecentToken, "all">, id: string): Minted {
  const minted = all.find((each) => each.id === id);
  if (minted === undefined) throw recentTokenGone();
  return minted;
}
