import assert from "node:assert/strict";
import { test } from "node:test";
import { exactText } from "../../../../../src/core/exactJson.ts";
import { isJsonObject } from "../../../../../src/core/json.ts";
import type { Profile } from "../../../../../src/core/profile.ts";
import { findProvider, providers } from "../../../../../src/core/providers/index.ts";
import type { InputValues, Provider } from "../../../../../src/core/providers/provider.ts";
import { hasValue, inputText } from "../../../../../src/core/providers/template.ts";
import { craft } from "../../../../../src/core/token/mint/craft.ts";
import { meantProvider } from "../../../../../src/core/token/origin/intendedProvider.ts";
import { originOf } from "../../../../../src/core/token/origin/origin.ts";
import { givesToken, isRecognizable, isSpecific, recognize } from "../../../../../src/core/token/origin/recognize.ts";
import { decode, type Decoded, exactParts } from "../../../../../src/core/token/read/decode.ts";
import { type Random, randomFrom } from "../../../../fuzz/http/random.ts";
import { assertBounded } from "../../../linear.ts";
import { NOW, sampleValues } from "../../providers/orders.ts";
import { known } from "../known.ts";
import { compactOf } from "../../../../tokens.ts";

/** Looks at each profile, one after the other. */
function plainOrigin(token: Decoded, profiles: readonly Profile[]) {
  const provider = recognize(token, providers);
  const fitting = profiles.filter((profile) => {
    const own = findProvider(profile.provider);
    if (own === undefined) return false;
    const adds = own.inputs.some(({ id, adds: part }) => part !== undefined && hasValue(profile.values, id));
    const canBe = provider === undefined ? !isRecognizable(own) || adds : own === provider;
    return canBe && givesToken(profile, own, exactParts(token));
  });
  return { provider: provider ?? findProvider(fitting[0]?.provider ?? ""), profiles: fitting };
}

/** Whether a profile of a provider has a value that stands in a claim by itself, one after the other. */
const plainlyFills = (provider: Provider, profiles: readonly Profile[], { claims = {} }: Decoded) =>
  profiles.some(({ provider: id, values }) => {
    if (id !== provider.id || !isJsonObject(provider.claims)) return false;
    return Object.entries(provider.claims).some(([claim, part]) => {
      const input = typeof part === "string" ? /^\{(\w+)\}$/.exec(part)?.[1] : undefined;
      const value = input === undefined ? undefined : inputText(values, input);
      return value !== undefined && value.length >= 4 && claims[claim] === value;
    });
  });

const ids: readonly [string, ...string[]] = ["mars", ...providers.map(({ id }) => id)];
const extras: readonly [InputValues, ...InputValues[]] = [
  {},
  {},
  { extraClaims: '{"team":"a"}' },
  { extraHeader: '{"kid":"k"}' },
  { claims: '{"sub":"bob","n":1}' },
  { claims: '{"n":1.0,"sub":"bob"}' },
  { claims: "{" },
  { alg: "ES256" },
  { alg: "nonsense" },
  { header: '{"kid":"1"}' },
];

/** A profile of few that there are, so that some give the same claims. */
function someProfile(name: string, random: Random): Profile {
  const provider = random.one(ids);
  const values = { ...sampleValues[provider], ...random.one(extras) };
  const [first] = Object.keys(values);
  const other = first !== undefined && random.chance(0.3) ? { [first]: random.one(["", "other", "12", 5]) } : {};
  return { name, provider, values: { ...values, ...other } };
}

function someToken(profiles: readonly Profile[], random: Random): Decoded {
  const profile = random.chance(0.8) ? profiles[random.below(profiles.length)] : someProfile("", random);
  const provider = findProvider(profile?.provider ?? "");
  try {
    if (provider === undefined || profile === undefined) throw new Error("there is no such provider");
    const values = { alg: random.one(["RS256", "ES256", "HS256"]), ...profile.values };
    const { header, claims } = craft({ provider, values, now: NOW });
    return decode(compactOf(exactText(header), exactText(claims)));
  } catch {
    return decode(compactOf('{"alg":"HS256"}', '{"sub":"bob","n":1}'));
  }
}

test("thousands of profiles tell of a token what each of them tells when it is looked at by itself", () => {
  let traced = 0;
  for (let seed = 0; seed < 300; seed++) {
    const random = randomFrom(seed);
    const profiles = Array.from({ length: 1 + random.below(25) }, (_, index) => someProfile(String(index), random));
    const index = known(profiles);
    for (let round = 0; round < 10; round++) {
      const token = someToken(profiles, random);
      const origin = originOf(token, index);

      assert.deepEqual(origin, plainOrigin(token, profiles), JSON.stringify([token.text, profiles]));
      traced += origin.profiles.length > 0 ? 1 : 0;
      for (const provider of providers.filter(({ claims }) => isSpecific(claims))) {
        const claims = Object.entries(token.claims ?? {});
        const fills = claims.some(([claim, value]) => index.fills(provider, claim, value));
        assert.equal(fills, plainlyFills(provider, profiles, token), JSON.stringify([token.text, profiles]));
      }
    }
  }
  assert.ok(traced > 500, String(traced));
});

test("no provider's claims hold its algorithm, which a profile may leave to its key", () => {
  for (const { id, claims } of providers) assert.ok(!JSON.stringify(claims).includes("{alg"), id);
});

/** So many Custom profiles, each of another subject. */
const make = (count: number) =>
  known(
    Array.from({ length: count }, (_, index) => ({
      name: String(index),
      provider: "custom",
      values: { claims: `{"sub":"u${index}"}`, issuedAt: "none", notBefore: "none", jtiBytes: "0" },
    })),
  );

test("a token is traced as fast among many profiles as among a few", async () => {
  const token = decode(compactOf('{"alg":"HS256","typ":"JWT"}', '{"sub":"u7"}'));
  const work = (index: ReturnType<typeof known>) => {
    for (let round = 0; round < 300; round++) {
      assert.equal(originOf(token, index).profiles.length, 1);
      meantProvider(token, { providers, profiles: index });
    }
  };

  await assertBounded("tracing", { make, work }, 500);
});
