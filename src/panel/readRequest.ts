import { isJsonObject } from "../core/json.ts";
import { craftGuards } from "./craft/guards.ts";
import { requestRefused } from "./errors.ts";
import type { Method, Params, Request } from "./protocol.ts";
import { tokenGuards } from "./token/guards.ts";

type Guards = { readonly [M in Method]: (params: unknown) => params is Params<M> };

const guards: Guards = { ...craftGuards, ...tokenGuards };

/** The id of a message, where it has one: also an ill-formed request is answered. */
export function idOf(message: unknown): number | null {
  const id = isJsonObject(message) ? message["id"] : undefined;
  return typeof id === "number" && Number.isSafeInteger(id) ? id : null;
}

/** The method that a message names. Throws REQUEST_REFUSED. */
export function methodOf(message: unknown): Method {
  const method = isJsonObject(message) ? message["method"] : undefined;
  if (typeof method !== "string" || !isMethod(method)) throw requestRefused();
  return method;
}

/** A message from the webview as a request of this method. Throws REQUEST_REFUSED unless it is exactly that. */
export function readRequest<M extends Method>(message: unknown, method: M): Request<M> {
  const id = idOf(message);
  const params: unknown = isJsonObject(message) ? message["params"] : undefined;
  if (id === null || !guards[method](params)) throw requestRefused();
  return { id, method, params };
}

const isMethod = (name: string): name is Method => Object.hasOwn(guards, name);
