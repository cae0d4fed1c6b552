import { ask } from "../host.ts";
import type { MessageView } from "../messageView.ts";

/** What can be done with the token that is shown. */
export interface TokenActions {
  readonly copy: () => void;
  readonly insert: () => void;
}

/** The actions; `message` tells how each ended. */
export function tokenActions(message: MessageView): TokenActions {
  const report = <T>(work: Promise<T>, wordsFor: (result: T) => string) => {
    message.clear();
    work.then((result) => message.succeed(wordsFor(result)), message.fail);
  };
  return {
    copy: () => report(ask("copy", {}), () => "Copied."),
    insert: () => report(ask("insert", {}), insertedInto),
  };
}

function insertedInto(requests: number | null): string {
  if (requests === null) return "Not inserted.";
  if (requests === 0) return "Inserted.";
  return requests === 1 ? "Inserted into 1 request." : `Inserted into ${requests} requests.`;
}
