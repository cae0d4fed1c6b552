import type { OpenedToken } from "../core/token/decrypt/encryption.ts";
import type { SignatureCheck } from "../core/token/verify/verification.ts";
import type { TokenInHand } from "../services/minting.ts";
import type { Services } from "../services/services.ts";
import type { CraftPrompts } from "../dialogs/profiles/craftPrompts.ts";

/** What the panel needs besides what all features share: what asks a person, which the commands do. */
export interface PanelServices extends Services {
  /** Puts a token into the file that was used last; how many requests changed. Throws CancellationError when the user leaves. */
  readonly insertAsking: (token: TokenInHand) => Promise<number>;
  /** Verifies a signature with a key that the user chooses. Throws UserError, CancellationError. */
  readonly verifyAsking: (compact: string) => Promise<SignatureCheck>;
  /** Opens an encrypted token with a key that the user chooses. Throws UserError, CancellationError. */
  readonly decryptAsking: (compact: string) => Promise<OpenedToken>;
  readonly prompts: CraftPrompts;
}
