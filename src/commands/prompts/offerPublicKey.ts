import { showFailure } from "../../services/notify.ts";
import type { Services } from "../../services/services.ts";
import type { PublicKeyOffer } from "../dialogs/publicKey.ts";
import { keyDialogs } from "./keyDialogs.ts";

/** Says that a key was made, and offers its public half. Does not wait for the user. */
export function offerPublicKey(services: Services, offer: PublicKeyOffer): void {
  const make = async () => (await keyDialogs(services)).offerPublicKey(services, offer);
  make().catch(showFailure);
}
