import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../../src/core/token/read/decode.ts";
import { LiveTokens } from "../../../src/services/liveTokens.ts";
import { compactOf } from "../../tokens.ts";

/** A clock to set, and tokens that count how many were minted. */
function tokensWith(claims: (now: number) => object) {
  const clock = { now: 1_000_000 };
  let minted = 0;
  const mint = async () => {
    minted += 1;
    const compact = compactOf({ alg: "none" }, { ...claims(clock.now), minted }, "");
    return Promise.resolve({ compact, mintedAt: clock.now });
  };
  return { clock, live: new LiveTokens(mint, () => clock.now), count: () => minted };
}

/** Seconds after which each of two looks finds another token. */
async function reuseOf(claims: (now: number) => object): Promise<number> {
  const { clock, live, count } = tokensWith(claims);
  const start = clock.now;
  await live.get("p");
  while (count() === 1) {
    clock.now += 1;
    await live.get("p");
  }
  return clock.now - start;
}

test("a token is reused until 30 s before it expires, one without exp for 60 s, a short one for half its life", async () => {
  assert.equal(await reuseOf((now) => ({ exp: now + 900 })), 870);
  assert.equal(await reuseOf(() => ({ iat: 1 })), 60);
  assert.equal(await reuseOf((now) => ({ exp: now + 20 })), 10);
});

for (const hours of [1, 30, -1, -60]) {
  test(`after a clock that was set by ${hours} h a token is minted with the time that it shows now`, async () => {
    const { clock, live } = tokensWith((now) => ({ iat: now, exp: now + 900 }));
    await live.get("p");

    clock.now += hours * 3600;
    const { compact } = await live.get("p");

    assert.equal(decode(compact).claims?.["iat"], clock.now);
    assert.equal((await live.get("p")).compact, compact);
  });
}

test("each profile has its own token", async () => {
  const { live, count } = tokensWith(() => ({}));

  const first = await live.get("a");

  assert.notEqual((await live.get("b")).compact, first.compact);
  assert.equal((await live.get("a")).compact, first.compact);
  assert.equal(count(), 2);
});

test("what is forgotten while it is signed is not handed out again", async () => {
  const { live, count } = tokensWith(() => ({}));

  const signing = live.get("p");
  live.forget();
  await signing;
  await live.get("p");

  assert.equal(count(), 2);
});

test("a failure is passed on and not kept", async () => {
  let fails = true;
  const mint = async () => {
    if (fails) throw new Error("no key");
    return Promise.resolve({ compact: compactOf({ alg: "none" }, {}, ""), mintedAt: 0 });
  };
  const live = new LiveTokens(mint, () => 0);

  await assert.rejects(live.get("p"), /no key/);
  fails = false;
  assert.ok((await live.get("p")).compact);
});
