import assert from "node:assert/strict";
import type { InsertOptions, TokenDelivery } from "../../../src/core/http/insert/edit.ts";
import { applyEdits } from "../../unit/core/http/applyEdits.ts";
import { sentByHttpyac } from "../../unit/core/http/sentByHttpyac.ts";
import { seenByHttpyac } from "./httpyacView.ts";
import type { Dialect } from "./grammar.ts";
import { type RequestFile, requestFile } from "./requestFile.ts";
import { seenByRestClient, sentByRestClient } from "./restClientView.ts";
import type { Header, SeenRequest } from "./seenRequest.ts";
import { editsForToken } from "../../unit/core/http/atOnce.ts";

const deliveries: readonly TokenDelivery[] = [
  { compact: "new.jwt.sig", scheme: "Bearer" },
  { compact: "new.jwt.sig", headers: { "x-key": "secret" } },
];

/** Checks the file of each seed, with each way to insert and to deliver in turn. Resolves to how many each tool has read. */
export async function checkSeeds(from: number, to: number): Promise<Readonly<Record<Dialect, number>>> {
  const counts = { httpYac: 0, "REST Client": 0 };
  for (let seed = from; seed < to; seed++) {
    const file = requestFile(seed);
    const delivery = deliveries[seed % 2] ?? deliveries[0];
    if (delivery === undefined) continue;
    await checkInsertion(file, delivery, seed % 4 < 2 ? "header" : "variable");
    counts[file.dialect] += 1;
  }
  return counts;
}

/** Inserts a token into a file, and fails unless the file's tool reads the same requests then, those at the cursors with the token. */
async function checkInsertion(file: RequestFile, delivery: TokenDelivery, as: InsertOptions["as"]) {
  const { text, markdown, dialect } = file;
  const see = dialect === "httpYac" ? seenByHttpyac : seenByRestClient;
  const before = await see(text, markdown);
  const targets = new Set(file.cursors.map((line) => before.findIndex(({ last }) => line <= last)));
  const names = ["authorization", ...Object.keys(delivery.headers ?? {})];

  const cursors = file.cursors.map((line) => ({ line, character: 0 }));
  const { edits, requests, warnings } = editsForToken(text, cursors, delivery, { as, markdown });

  const after = applyEdits(text, edits);
  const context = JSON.stringify({ ...file, as, after }, null, 1);
  const now = await see(after, markdown);
  assert.equal(requests, targets.size, context);
  assert.deepEqual(now.map(restOf(targets, names)), before.map(restOf(targets, names)), context);
  // REST Client takes the file's last definition of a name, and a warning says so.
  if (warnings.some((warning) => warning.includes("uses the last definition"))) return;
  for (const request of now.filter((_, index) => targets.has(index))) {
    const headers = as === "header" ? request.headers : await sent(after, request, file);
    assert.deepEqual(only(names, headers), wanted(delivery), context);
  }
}

/** All of a request but the headers that are to change. */
const restOf =
  (targets: ReadonlySet<number>, names: readonly string[]) =>
  ({ headers, rest }: SeenRequest, index: number) => [
    rest,
    targets.has(index) ? headers.filter(([name]) => !names.includes(name.toLowerCase())) : headers,
  ];

const only = (names: readonly string[], headers: readonly Header[]) =>
  names.map((name) => [name, headers.filter(([other]) => other.toLowerCase() === name).map(([, value]) => value)]);

const wanted = ({ compact, scheme, headers }: TokenDelivery) => [
  ["authorization", [scheme === undefined ? compact : `${scheme} ${compact}`]],
  ...Object.entries(headers ?? {}).map(([name, value]) => [name, [value]]),
];

/** The headers with their variables put in. */
async function sent(text: string, { first, last, headers }: SeenRequest, { dialect, markdown }: RequestFile) {
  if (dialect === "REST Client") return sentByRestClient(text, headers);
  // What is no HTTP has clients that cannot be caught before they connect.
  const asHttp = text.replaceAll(/(?<=\n|^)(?:SSE|WS|GRPC) \S+/g, (found, offset: number) => {
    const line = text.slice(0, offset).split("\n").length - 1;
    return line >= first && line <= last ? "GET https://a.test/" : found;
  });
  const request = await sentByHttpyac(asHttp, last, markdown ? "/requests.md" : "/requests.http");
  return Object.entries(request ?? {}).map(([name, value]): Header => [name, String(value)]);
}
