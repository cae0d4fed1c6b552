import { ask, keep, kept, onHostEvent } from "../host.ts";
import { messageView } from "../messageView.ts";
import { mintView } from "./mintView.ts";

export interface CraftSide {
  readonly node: HTMLElement;
  /** Mints what is chosen. */
  mint(): void;
}

/** The side that mints. */
export function craftSide(): CraftSide {
  let selected = "";
  let minting = false;
  const message = messageView();
  const view = mintView({ mint: () => void mint(), choose, setUp: () => void setUp() }, message);

  async function mint(): Promise<void> {
    if (minting || selected === "") return;
    minting = true;
    message.clear();
    await ask("mint", { profile: selected }).then(() => message.succeed("Minted."), message.fail);
    minting = false;
  }

  function choose(profile: string): void {
    selected = profile;
    keep({ profile });
    message.clear();
  }

  const setUp = () => ask("setUpProfile", {}).catch(message.fail);

  function showProfiles(profiles: readonly string[], preferred = ""): void {
    selected = [selected, preferred].find((name) => profiles.includes(name)) ?? profiles[0] ?? "";
    view.update(profiles, selected);
  }

  onHostEvent("profiles", ({ profiles }) => showProfiles(profiles));
  ask("loadCraft", {}).then(
    ({ profiles, recent }) => showProfiles(profiles, keptProfile() ?? recent ?? undefined),
    message.fail,
  );
  return { node: view.node, mint: () => void mint() };
}

function keptProfile(): string | undefined {
  const state = kept();
  if (typeof state !== "object" || state === null || !("profile" in state)) return undefined;
  return typeof state.profile === "string" ? state.profile : undefined;
}
