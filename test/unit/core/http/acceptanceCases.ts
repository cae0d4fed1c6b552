import { readFileSync } from "node:fs";
import type { InsertOptions, Position } from "../../../../src/core/http/insert/edit.ts";

interface AcceptanceCase {
  readonly name: string;
  readonly before: string;
  readonly cursor: Position;
  /** All cursors, when there are several. */
  readonly cursors?: readonly Position[];
  readonly token: string;
  readonly mode: InsertOptions["as"];
  readonly after: string;
  /** Other texts that are as good. */
  readonly alsoOk?: readonly string[];
  /** "no-request": the insertion is to be refused. */
  readonly expect?: string;
  readonly languageId?: string;
  /** The tools that can send the request. */
  readonly verify: readonly string[];
  /** Tools read it, but sending needs a server. */
  readonly parseOnly?: boolean;
}

const file = new URL("../../../fixtures/http-insert.json", import.meta.url);

export const acceptanceCases = JSON.parse(readFileSync(file, "utf8")) as readonly AcceptanceCase[];
