import type { Profiler } from "node:inspector";

/** A moment at which the extension's own code ran, on the clock of `performance.now()`, and for how long, in milliseconds. */
export interface OwnSample {
  readonly at: number;
  readonly lasted: number;
}

const ownBundle = /\/dist\/(?:extension|main|keys)\.cjs$/;

/** Does the work while V8's profiler looks each millisecond what runs, and gives the samples in which the extension's own code was on the stack. */
export async function ownSamples(work: () => Promise<unknown>): Promise<readonly OwnSample[]> {
  const session = new (process.getBuiltinModule("node:inspector/promises").Session)();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.start");
  const start = performance.now();
  await work();
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();
  return samplesOf(profile, start);
}

function samplesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, start: number): readonly OwnSample[] {
  const own = ownNodes(nodes);
  const collector = nodes.find(({ callFrame }) => callFrame.functionName === "(garbage collector)")?.id;
  const found: OwnSample[] = [];
  let at = start;
  let isOwn = false;
  for (const [index, node] of samples.entries()) {
    at += (timeDeltas[index] ?? 0) / 1000;
    // Memory is collected for whoever ran before.
    if (node !== collector) isOwn = own.has(node);
    if (isOwn) found.push({ at, lasted: (timeDeltas[index + 1] ?? 0) / 1000 });
  }
  return found;
}

/** The nodes of the call tree at which, or above which, the extension's own code stands. */
function ownNodes(nodes: readonly Profiler.ProfileNode[]): ReadonlySet<number> {
  const own = new Set<number>();
  // A node comes before what it calls.
  for (const { id, callFrame, children } of nodes) {
    if (ownBundle.test(callFrame.url)) own.add(id);
    if (own.has(id)) for (const child of children ?? []) own.add(child);
  }
  return own;
}
