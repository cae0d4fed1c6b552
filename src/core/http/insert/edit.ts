import type { Steps } from "../../steps.ts";
import { type Block, blocksIn } from "../read/blocks.ts";
import { noRequestHere } from "../errors.ts";
import { fencesIn, wholeText } from "../read/fences.ts";
import { joinEdits, type Lines, type Position, type TextEdit } from "../lines.ts";
import type { Header } from "./headers.ts";
import { targetsAt } from "./targets.ts";
import { planVariables } from "./variables.ts";

export type { Position, TextEdit } from "../lines.ts";

/** A token and how its service wants it. */
export interface TokenDelivery {
  readonly compact: string;
  /** Authorization scheme, e.g. "Bearer"; absent: the raw token stands alone (Help Lightning). */
  readonly scheme?: string;
  /** Further headers the service wants: replaced by name or inserted after Authorization. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface InsertOptions {
  /** In the header itself, or in a file variable that the header refers to. */
  readonly as: "header" | "variable";
  /** The text is Markdown: only its http and rest fences hold requests. */
  readonly markdown?: boolean;
}

export interface InsertResult {
  /** On the original text, sorted, not overlapping. */
  readonly edits: readonly TextEdit[];
  readonly requests: number;
  /** Sentences about what may keep a tool from sending it. */
  readonly warnings: readonly string[];
}

/**
 * The edits that give each request of a text under the cursors its token, once per request.
 * Throws a `UserError` when no cursor stands in a request that can carry one.
 */
export function* editsForToken(
  lines: Lines,
  cursors: readonly Position[],
  delivery: TokenDelivery,
  options: InsertOptions,
): Steps<InsertResult> {
  const markdown = options.markdown === true;
  const scope = yield* scopeOf(lines, markdown);
  const { targets, unsupported } = yield* targetsAt(lines, scope, cursors);
  if (targets.length === 0) throw unsupported ?? noRequestHere(markdown);
  const { compact, scheme } = delivery;
  const spelled = scheme === undefined ? compact : `${scheme} ${compact}`;
  const variables =
    options.as === "variable" ? yield* planVariables(lines, targets, scope, { compact, scheme }) : undefined;
  const edits = targets.flatMap(({ request, authorization }, index) =>
    request.edits(wantedHeaders(behindOwnScheme(variables?.values[index] ?? spelled, authorization), delivery)),
  );
  const warnings = [...targets.flatMap(({ request }) => request.warnings), ...(variables?.warnings ?? [])];
  if (unsupported !== undefined) warnings.push(unsupported.message);
  return {
    edits: joinEdits([...(variables?.edits ?? []), ...edits]),
    requests: targets.length,
    warnings: [...new Set(warnings)],
  };
}

/** Where another token stands behind a scheme such as "JWT" or "Token", the service wants that in place of "Bearer". */
function behindOwnScheme(value: string, authorization: string | undefined): string {
  const [, own] = /^(?!bearer )([A-Za-z][\w-]*) +eyJ/i.exec(authorization ?? "") ?? [];
  return own === undefined ? value : value.replace(/^Bearer(?= )/, own);
}

function* scopeOf({ texts }: Lines, markdown: boolean): Steps<Block[]> {
  const scope: Block[] = [];
  for (const range of markdown ? yield* fencesIn(texts) : [wholeText(texts)]) {
    for (const block of blocksIn(texts, range)) {
      yield;
      if (block !== undefined) scope.push(block);
    }
  }
  return scope;
}

function wantedHeaders(authorization: string, { headers }: TokenDelivery): Header[] {
  const further = Object.entries(headers ?? {}).filter(([name]) => name.toLowerCase() !== "authorization");
  return [{ name: "Authorization", value: authorization }, ...further.map(([name, value]) => ({ name, value }))];
}
