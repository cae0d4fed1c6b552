import type { CraftEvent, CraftRequests } from "./craft/protocol.ts";
import type { TokenEvent, TokenRequests } from "./token/protocol.ts";

/** What the webview may ask of the host: what its two sides may. */
type PanelRequests = CraftRequests & TokenRequests;

export type Method = keyof PanelRequests;
export type Params<M extends Method> = PanelRequests[M]["params"];
export type Result<M extends Method> = PanelRequests[M]["result"];

/** Webview to host. `id` is a whole number that no other request of the page has. */
export interface Request<M extends Method> {
  readonly id: number;
  readonly method: M;
  readonly params: Params<M>;
}

/** Host to webview: exactly one per request, so the webview never waits for ever. `id` is null where it was not readable. */
export type Reply<M extends Method = Method> =
  | { readonly id: number; readonly ok: true; readonly result: Result<M> }
  | { readonly id: number | null; readonly ok: false; readonly message: string };

/** Host to webview, unasked. */
export type HostEvent = CraftEvent | TokenEvent | ClockEvent;

/** The clock was set, or the machine slept: what was judged by the time before no longer holds. */
interface ClockEvent {
  readonly event: "clockJumped";
}
