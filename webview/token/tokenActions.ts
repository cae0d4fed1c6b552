import type { CopyForm, FormValues } from "../../src/panel/token/protocol.ts";
import { element } from "../element.ts";
import { ask } from "../host.ts";
import type { MessageView } from "../messageView.ts";
import { button } from "../toolkit.ts";

const copies: readonly (readonly [form: CopyForm, label: string, done: string])[] = [
  ["token", "Copy", "Copied."],
  ["header", "Copy as Header", "Copied as an Authorization header."],
  ["curl", "Copy as cURL", "Copied as a cURL command."],
  ["env", "Copy as .env Line", "Copied as a line of an .env file."],
];

interface ActionsOnToken {
  /** The token that is shown. */
  readonly shown: () => string | undefined;
  readonly fill: (values: FormValues) => void;
  readonly compare: () => void;
}

/** What can be done with the token that is shown; `message` tells how each ended. */
export function tokenActions(message: MessageView, { shown, fill, compare }: ActionsOnToken): readonly HTMLElement[] {
  const report = <T>(work: Promise<T>, wordsFor: (result: T) => string) => {
    message.clear();
    work.then((result) => message.succeed(wordsFor(result)), message.fail);
  };
  const edit = async () => fill(await ask("edit", { compact: shown() ?? "" }));
  const [copy, ...copyAs] = copies.map(([as, label, done]) =>
    button({ label, onClick: () => report(ask("copy", { as }), () => done) }),
  );
  return [
    ...(copy === undefined ? [] : [copy]),
    button({ label: "Insert into Request", onClick: () => report(ask("insert", {}), insertedInto) }),
    button({ label: "Edit and Sign Again", onClick: () => report(edit(), () => "") }),
    ...copyAs,
    button({ label: "Compare…", onClick: compare }),
    element("div", {}, message.node),
  ];
}

function insertedInto(requests: number | null): string {
  if (requests === null) return "Not inserted.";
  if (requests === 0) return "Inserted.";
  return requests === 1 ? "Inserted into 1 request." : `Inserted into ${requests} requests.`;
}
