import assert from "node:assert/strict";
import { test } from "node:test";
import type { LiveToken } from "../../../src/services/liveTokens.ts";
import { TokenEnvironment } from "../../../src/variables/tokenEnvironment.ts";

const variable = { variable: "liriumToken", environmentName: "LIRIUM_TOKEN", profile: "p" };
const token = (compact: string, more: Partial<LiveToken> = {}): LiveToken => ({
  compact,
  mintedAt: 0,
  freshUntil: 60,
  expires: false,
  ...more,
});

function environmentWith(process: Record<string, string | undefined> = {}) {
  const clock = { now: 0 };
  const terminals = new Map<string, string>();
  const collection = {
    replace: (name: string, value: string) => void terminals.set(name, value),
    delete: (name: string) => void terminals.delete(name),
  };
  return { process, terminals, clock, environment: new TokenEnvironment(process, collection, () => clock.now) };
}

test("a variable is set for the process and for terminals, and removed from both", () => {
  const { process, terminals, environment } = environmentWith({ HOME: "/" });

  environment.set(variable, token("a.b.c"));
  assert.deepEqual([process["LIRIUM_TOKEN"], terminals.get("LIRIUM_TOKEN")], ["a.b.c", "a.b.c"]);

  environment.keep([variable]);
  assert.equal(process["LIRIUM_TOKEN"], "a.b.c");
  environment.keep([]);
  assert.deepEqual(process, { HOME: "/" });
  assert.equal(terminals.size, 0);
});

test("a variable that holds something else is left alone, a token of another window is not", () => {
  const { process, terminals, environment } = environmentWith({ LIRIUM_TOKEN: "/usr/bin:/bin" });

  assert.throws(() => environment.set(variable, token("a.b.c")), { code: "VARIABLE_TAKEN" });
  environment.remove("LIRIUM_TOKEN");
  assert.equal(process["LIRIUM_TOKEN"], "/usr/bin:/bin");
  assert.equal(terminals.size, 0);

  process["LIRIUM_TOKEN"] = "old.old.old";
  environment.set(variable, token("a.b.c"));
  assert.equal(process["LIRIUM_TOKEN"], "a.b.c");
});

test("terminals keep a token without exp for 4 minutes, since each change asks for their relaunch", () => {
  const { process, terminals, clock, environment } = environmentWith();

  for (const [now, compact, expected] of [
    [0, "a.a.a", "a.a.a"],
    [60, "b.b.b", "a.a.a"],
    [240, "c.c.c", "c.c.c"],
  ] as const) {
    clock.now = now;
    environment.set(variable, token(compact, { mintedAt: now }));
    assert.deepEqual([process["LIRIUM_TOKEN"], terminals.get("LIRIUM_TOKEN")], [compact, expected]);
  }
});

test("terminals get the next token when theirs is about to expire, or when the key is another", () => {
  const { terminals, clock, environment } = environmentWith();
  environment.set(variable, token("a.a.a", { freshUntil: 870, expires: true }));

  clock.now = 869;
  environment.set(variable, token("b.b.b"));
  assert.equal(terminals.get("LIRIUM_TOKEN"), "a.a.a");
  clock.now = 870;
  environment.set(variable, token("c.c.c", { freshUntil: 1770, expires: true }));
  assert.equal(terminals.get("LIRIUM_TOKEN"), "c.c.c");
  environment.expire();
  environment.set(variable, token("d.d.d"));
  assert.equal(terminals.get("LIRIUM_TOKEN"), "d.d.d");
});

for (const hours of [1, 30, -1, -60]) {
  test(`after a clock that was set by ${hours} h terminals get the token that was minted since`, () => {
    const { terminals, clock, environment } = environmentWith();
    clock.now = 1_000_000;
    environment.set(variable, token("a.a.a", { mintedAt: clock.now, freshUntil: clock.now + 870, expires: true }));

    clock.now += hours * 3600;
    environment.set(variable, token("b.b.b", { mintedAt: clock.now, freshUntil: clock.now + 870, expires: true }));

    assert.equal(terminals.get("LIRIUM_TOKEN"), "b.b.b");
  });
}
