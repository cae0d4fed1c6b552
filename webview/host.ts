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

/** Calls back for what the host tells unasked. */
export function onHostEvent(listener: (event: HostEvent) => void): void {
  addEventListener("message", ({ data }: MessageEvent<HostEvent | Reply>) => {
    if ("event" in data) {
      listener(data);
      return;
    }
    const id = data.id ?? 0;
    waiting.get(id)?.settle(data);
    waiting.delete(id);
  });
}

/** The profile chosen last. The only thing that is kept: never a token. */
export function rememberedProfile(): string | undefined {
  const state = getState();
  if (typeof state !== "object" || state === null || !("profile" in state)) return undefined;
  return typeof state.profile === "string" ? state.profile : undefined;
}

export function rememberProfile(profile: string): void {
  setState({ profile });
}
