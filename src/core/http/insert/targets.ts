import type { UserError } from "../../errors.ts";
import type { Steps } from "../../steps.ts";
import type { Block } from "../read/blocks.ts";
import { curlRequest, isTooLong } from "./curl.ts";
import type { Scope } from "./definitions.ts";
import { curlTooLong, protocolUnsupported } from "../errors.ts";
import { isCurl, isResponse, messagingProtocol } from "../read/grammar.ts";
import { lastAtMost, type Lines, type Position } from "../lines.ts";
import { httpRequest, type Request } from "./request.ts";

interface Target {
  readonly block: Block;
  readonly request: Request;
  readonly authorization: string | undefined;
}

interface Targets {
  /** Each request once, however many cursors stand in it. */
  readonly targets: readonly Target[];
  /** Why a request under a cursor cannot be one. */
  readonly unsupported: UserError | undefined;
}

export function* targetsAt(lines: Lines, scope: Scope, cursors: readonly Position[]): Steps<Targets> {
  const starts = scope.map(({ start }) => start);
  const touched = new Set(
    cursors.flatMap((cursor) => {
      const line = Math.min(cursor.line, lines.texts.length - 1);
      const index = lastAtMost(starts, line);
      return line < (scope[index]?.end ?? 0) ? [index] : [];
    }),
  );
  const targets: Target[] = [];
  let unsupported: UserError | undefined;
  for (const [index, block] of scope.entries()) {
    yield;
    if (!touched.has(index) || block.requestLine === undefined) continue;
    const requestLine = lines.texts[block.requestLine] ?? "";
    const protocol = messagingProtocol(requestLine);
    if (protocol !== undefined) unsupported ??= protocolUnsupported(protocol);
    else if (isCurl(requestLine) && isTooLong(lines.texts, block.requestLine, block.end)) unsupported ??= curlTooLong();
    // A block that starts with a recorded response holds no request.
    else if (!isResponse(requestLine)) {
      const request = isCurl(requestLine)
        ? curlRequest(lines, block, block.requestLine)
        : yield* httpRequest(lines, block, block.requestLine);
      targets.push({ block, request, authorization: request.authorization });
    }
  }
  return { targets, unsupported };
}
