import type { HostEvent, Method, Params, Reply, Request, Result } from "../src/panel/protocol.ts";

interface VsCodeApi {
  readonly postMessage: (message: unknown) => void;
  readonly getState: () => unknown;
  readonly setState: (state: unknown) => void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** Who waits for a reply. A method, so that it may take the reply to its own request alone: the id makes sure of that. */
interface Waiting {
  settle(reply: Reply): void;
}

const { postMessage, getState, setState } = acquireVsCodeApi();
const waiting = new Map<number, Waiting>();
let lastId = 0;

/** Asks the host. Rejects with an Error whose message is meant for the user. */
export function ask<M extends Method>(method: M, params: Params<M>): Promise<Result<M>> {
  const request: Request<M> = { id: ++lastId, method, params };
  return new Promise((resolve, reject) => {
    waiting.set(request.id, {
      settle(reply: Reply<M>) {
        if (reply.ok) resolve(reply.result);
        else reject(new Error(reply.message));
      },
    });
    postMessage(request);
  });
}

addEventListener("message", ({ data }: MessageEvent<HostEvent | Reply>) => {
  if ("event" in data) return;
  const id = data.id ?? 0;
  waiting.get(id)?.settle(data);
  waiting.delete(id);
});

type EventName = HostEvent["event"];
type EventOf<Name extends EventName> = Extract<HostEvent, { readonly event: Name }>;

/** Calls back for what the host tells unasked. */
export function onHostEvent<Name extends EventName>(name: Name, listener: (event: EventOf<Name>) => void): void {
  const isIt = (data: HostEvent | Reply): data is EventOf<Name> => "event" in data && data.event === name;
  addEventListener("message", ({ data }: MessageEvent<HostEvent | Reply>) => {
    if (isIt(data)) listener(data);
  });
}

/** What `keep` kept, in this page or in one before it. */
export const kept = (): unknown => getState();

/** Keeps a value for the pages that follow, also after a reload: never a key, a secret or a token. */
export const keep = (state: unknown): void => setState(state);
