import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { exactText } from "../../../../../src/core/exactJson.ts";
import type { InputValues } from "../../../../../src/core/providers/provider.ts";
import { craft } from "../../../../../src/core/token/mint/craft.ts";
import { preview } from "../../../../../src/core/token/mint/preview.ts";
import { firstWrongTime } from "../../../../../src/core/token/rules/times.ts";
import { NOW, providerOf } from "../../providers/orders.ts";

interface Reported {
  readonly id: string;
  readonly wanted: string;
  /** What is right, in words. */
  readonly right: string;
  readonly input: { readonly provider: string; readonly values: InputValues; readonly lifetime?: number };
}

const fixture = new URL("../../../../fixtures/reported-mints.json", import.meta.url);
const reported = JSON.parse(readFileSync(fixture, "utf8")) as readonly Reported[];

/** The claims of each, and what is said of them. */
const minted: Readonly<Record<string, readonly [claims: RegExp, warning: RegExp]>> = {
  M05: [new RegExp(`^{"iss":"Iv1.abc","iat":${NOW - 60},"exp":${NOW + 540}}$`), /^$/],
  M09: [/^\{"sub":"x","exp":"1h",/, /^exp is "1h", but must be a number of seconds since 1970/],
};

for (const { id, wanted, right, input } of reported) {
  test(`${id}: ${wanted}: ${right}`, () => {
    const { provider, values, lifetime } = input;
    const order = { provider: providerOf(provider), values, lifetime, now: NOW };

    const { claims } = craft(order);

    const [expected = /^$/, warning = /^$/] = minted[id] ?? [];
    assert.match(exactText(claims), expected);
    // In the form, and once it is minted.
    assert.match([...preview(order).warnings.values()].map(({ message }) => message).join(), warning);
    assert.match(firstWrongTime(claims, { now: NOW })?.message ?? "", warning);
  });
}
