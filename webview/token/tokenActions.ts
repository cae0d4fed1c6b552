import type { OpenedToken } from "../../src/core/token/decrypt/encryption.ts";
import type { SignatureCheck } from "../../src/core/token/verify/verifyToken.ts";
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
  readonly checked: (check: SignatureCheck) => void;
  readonly opened: (opened: OpenedToken) => void;
}

/** What can be done with the token that is shown; `message` tells how each ended. */
export function tokenActions(message: MessageView, actions: ActionsOnToken): readonly HTMLElement[] {
  const { shown, fill, compare, checked, opened } = actions;
  const report = <T>(work: Promise<T>, wordsFor: (result: T) => string) => {
    message.clear();
    work.then((result) => message.succeed(wordsFor(result)), message.fail);
  };
  const edit = async () => fill(await ask("edit", { compact: shown() ?? "" }));
  const verify = async () => {
    const compact = shown() ?? "";
    const check = await ask("verify", { compact });
    if (check === null || shown() !== compact) return "";
    checked(check);
    return check.reason ?? "";
  };
  const decrypt = async () => {
    const compact = shown() ?? "";
    const inside = await ask("decrypt", { compact });
    if (inside !== null && shown() === compact) opened(inside);
  };
  const [copy, ...copyAs] = copies.map(([as, label, done]) =>
    button({ label, onClick: () => report(ask("copy", { as }), () => done) }),
  );
  return [
    ...(copy === undefined ? [] : [copy]),
    button({ label: "Insert into Request", onClick: () => report(ask("insert", {}), insertedInto) }),
    button({ label: "Edit and Sign Again", onClick: () => report(edit(), () => "") }),
    onlyFor("JWS", button({ label: "Verify with…", onClick: () => report(verify(), (reason) => reason) })),
    onlyFor("JWE", button({ label: "Decrypt…", onClick: () => report(decrypt(), () => "") })),
    ...copyAs,
    button({ label: "Compare…", onClick: compare }),
    element("div", {}, message.node),
  ];
}

/** Marks an action that suits one kind of token; the style sheet hides it for the other. */
function onlyFor(kind: "JWE" | "JWS", node: HTMLElement): HTMLElement {
  node.dataset["only"] = kind;
  return node;
}

function insertedInto(requests: number | null): string {
  if (requests === null) return "Not inserted.";
  if (requests === 0) return "Inserted.";
  return requests === 1 ? "Inserted into 1 request." : `Inserted into ${requests} requests.`;
}
