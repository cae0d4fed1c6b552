/** What tests inside the extension host are written with. Plain TypeScript: it also runs where Node is not. */
interface HostTest {
  readonly name: string;
  readonly body: () => unknown;
}

export const registeredTests: HostTest[] = [];

export function test(name: string, body: HostTest["body"]): void {
  registeredTests.push({ name, body });
}

export function ok(value: unknown, message = "The value is not truthy"): asserts value {
  if (!value) throw new Error(`${message}: ${show(value)}`);
}

/** Compares structures through their JSON, so members that are `undefined` do not count. */
export function equal(actual: unknown, expected: unknown, message = "The values differ"): void {
  if (show(actual) === show(expected)) return;
  throw new Error(`${message}\n  actual:   ${show(actual)}\n  expected: ${show(expected)}`);
}

export function match(text: string, pattern: RegExp): void {
  if (!pattern.test(text)) throw new Error(`${show(text)} does not match ${pattern}`);
}

/** Resolves to the error that `work` rejects with. */
export async function rejects(work: PromiseLike<unknown>, pattern = /(?:)/): Promise<Error> {
  let value: unknown;
  try {
    value = await work;
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    match(failure.message, pattern);
    return failure;
  }
  throw new Error(`Nothing was thrown; the value is ${show(value)}`);
}

/** Ends a wait for what never comes, in milliseconds. Not a figure: a machine may be busy with much else. */
const patience = 40_000;

/** Waits until `probe` gives something truthy, by a clock that no test sets. */
export async function eventually<T>(probe: () => T | PromiseLike<T>): Promise<NonNullable<T>> {
  const giveUpAt = performance.now() + patience;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (performance.now() > giveUpAt) throw new Error(`Not so within ${patience} ms: ${String(probe)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Whether `probe` gives true for some milliseconds on end: for what must not happen. */
export async function staysSo(milliseconds: number, probe: () => boolean): Promise<boolean> {
  for (const end = performance.now() + milliseconds; performance.now() < end;) {
    if (!probe()) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return probe();
}

function show(value: unknown): string {
  return JSON.stringify(value, sortMembers) ?? String(value);
}

function sortMembers(_name: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
