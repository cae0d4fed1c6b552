import type { Steps } from "../../steps.ts";
import { definitionLines } from "../insert/definitions.ts";
import { definitionAt } from "./grammar.ts";
import type { PlacedToken } from "./placing.ts";
import { followReferences, referencesIn, type Value, valueOf } from "./references.ts";
import type { Placed } from "./placedPart.ts";

/** How many definitions are followed for one request apart from the others. */
const MOST_APART = 1000;

/** A value and the names that it refers to. */
interface Named {
  readonly value: Value;
  readonly names: readonly (string | undefined)[];
}

interface Asking {
  readonly placed: Placed;
  readonly authorization: Named;
  /** The definitions of its own block. */
  readonly own: ReadonlyMap<string, Named>;
}

/** What the references of some requests' Authorization lead to, by request. */
export function* followVariables(
  texts: readonly string[],
  all: readonly Placed[],
  asking: readonly Placed[],
): Steps<ReadonlyMap<Placed, Value>> {
  const tokens = yield* firstTokens(all);
  const readLine = (line: number) => {
    const text = texts[line] ?? "";
    return named(text.slice(definitionAt(text)?.valueStart), tokens.get(line));
  };
  const requests: Asking[] = [];
  for (const placed of asking) {
    const own = new Map<string, Named>();
    for (const [name, line] of placed.part.definitions) own.set(name, yield* readLine(line + placed.start));
    requests.push({ placed, own, authorization: yield* named(placed.part.authorization?.value ?? "") });
  }
  const lines = yield* sharedLines(texts, all);
  const shared = yield* reachable(requests, function* (name) {
    const line = lines.get(name);
    return line === undefined ? undefined : yield* readLine(line);
  });
  yield* linkAll(requests, shared);
  return new Map(requests.map(({ placed, authorization }) => [placed, authorization.value]));
}

function* named(text: string, token?: PlacedToken): Steps<Named> {
  return { value: valueOf(token), names: yield* referencesIn(text) };
}

/** By name, what of the definitions that are not a request's own some request refers to, or what these refer to. */
function* reachable(
  requests: readonly Asking[],
  read: (name: string) => Steps<Named | undefined>,
): Steps<ReadonlyMap<string, Named>> {
  const found = new Map<string, Named>();
  const names = requests.flatMap(({ authorization, own }) =>
    [authorization, ...own.values()].flatMap((each) => each.names),
  );
  for (const name of names) {
    yield;
    if (name === undefined || found.has(name)) continue;
    const definition = yield* read(name);
    if (definition === undefined) continue;
    found.set(name, definition);
    for (const next of definition.names) names.push(next);
  }
  return found;
}

/** Leads each value to those it refers to, and on to what these lead to. */
function* linkAll(requests: readonly Asking[], shared: ReadonlyMap<string, Named>): Steps<void> {
  const values = [...shared.values()];
  const mentioned = new Set(values.flatMap(({ names }) => names));
  for (const each of values) {
    yield;
    link(each, (name) => shared.get(name));
  }
  for (const request of requests) {
    yield;
    const { own, authorization } = request;
    const hides = [...own.keys()].some((name) => mentioned.has(name));
    if (hides) yield* followApart(request, shared);
    for (const each of hides ? [] : [authorization, ...own.values()]) {
      link(each, (name) => own.get(name) ?? shared.get(name));
      values.push(each);
    }
  }
  yield* followReferences(values.map(({ value }) => value));
}

/** Where a request's own definitions hide some that the shared ones refer to, these lead elsewhere for it than for others. */
function* followApart({ authorization, own }: Asking, shared: ReadonlyMap<string, Named>): Steps<void> {
  const copies = new Map<string, Named>();
  const values = [authorization];
  const copyOf = (name: string) => {
    const known = own.get(name) ?? shared.get(name);
    if (known === undefined || copies.has(name) || values.length > MOST_APART) return copies.get(name);
    const copy = { value: valueOf(known.value.token), names: known.names };
    copies.set(name, copy);
    values.push(copy);
    return copy;
  };
  for (const each of values) {
    yield;
    link(each, copyOf);
  }
  yield* followReferences(values.map(({ value }) => value));
}

function link({ value, names }: Named, find: (name: string) => Named | undefined): void {
  const found = names.map((name) => (name === undefined ? undefined : find(name)?.value));
  value.next = found.filter((next) => next !== undefined);
  value.opaque = value.next.length < found.length;
}

/** The first token of each line that holds one. */
function* firstTokens(placed: readonly Placed[]): Steps<ReadonlyMap<number, PlacedToken>> {
  const first = new Map<number, PlacedToken>();
  for (const { tokens } of placed) {
    yield;
    for (const token of tokens) if (!first.has(token.line)) first.set(token.line, token);
  }
  return first;
}

/**
 * Where a name that a request's own block does not define is defined: as httpYac sees it by the last of the global blocks,
 * else as REST Client does, where the last one of the file counts for every request.
 */
function* sharedLines(texts: readonly string[], placed: readonly Placed[]): Steps<ReadonlyMap<string, number>> {
  const lines = new Map<string, number>();
  for (const [name, all] of yield* definitionLines(texts)) lines.set(name, all.at(-1) ?? 0);
  for (const { part, start } of placed) {
    yield;
    if (part.global) for (const [name, line] of part.definitions) lines.set(name, start + line);
  }
  return lines;
}
