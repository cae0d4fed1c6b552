import { UserError } from "../core/errors.ts";
import type { Method, Params, Reply, Result } from "./protocol.ts";
import { idOf, methodOf, readRequest } from "./readRequest.ts";

/** What answers each request. A missing row does not compile. */
export type Handlers = { readonly [M in Method]: (params: Params<M>) => Promise<Result<M>> };

/** Answers a message from the webview: exactly one reply, whatever happens. `reportBug` gets what is no UserError. */
export async function dispatch(
  message: unknown,
  handlers: Handlers,
  reportBug: (error: unknown) => void,
): Promise<Reply> {
  try {
    return await answer(message, methodOf(message), handlers);
  } catch (error) {
    if (error instanceof UserError) return { id: idOf(message), ok: false, message: error.message };
    reportBug(error);
    return {
      id: idOf(message),
      ok: false,
      message: "Something went wrong in JWT Mint. This is a bug: please report it with the log.",
    };
  }
}

async function answer<M extends Method>(message: unknown, method: M, handlers: Handlers): Promise<Reply<M>> {
  const { id, params } = readRequest(message, method);
  return { id, ok: true, result: await handlers[method](params) };
}
