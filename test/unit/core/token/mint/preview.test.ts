import assert from "node:assert/strict";
import { test } from "node:test";
import type { TokenOrder } from "../../../../../src/core/token/mint/craft.ts";
import type { InputValues } from "../../../../../src/core/providers/provider.ts";
import { providers } from "../../../../../src/core/providers/index.ts";
import { crafted as craft, previewed as preview } from "../../plain.ts";
import { NOW, providerOf, sampleValues } from "../../providers/orders.ts";

const random = (bytes: number) => "r".repeat(bytes);

const order = (id: string, values: InputValues, rest: Partial<TokenOrder> = {}): TokenOrder => ({
  provider: providerOf(id),
  values,
  now: NOW,
  random,
  ...rest,
});

for (const { id, name } of providers) {
  test(`the preview of a complete order for ${name} is what is signed`, (t) => {
    t.mock.method(crypto, "randomUUID", () => "2a2a2a2a-2a2a-4a2a-aa2a-2a2a2a2a2a2a");
    const complete = order(id, sampleValues[id] ?? {});

    const { header, claims, faults } = preview(complete);

    assert.equal(faults.size, 0);
    const { alg: _alg, ...signed } = craft(complete);
    assert.equal(JSON.stringify({ header, claims }), JSON.stringify(signed));
  });

  test(`an order for ${name} without values has a preview, and a fault for what is required`, () => {
    const { header, faults } = preview(order(id, {}));

    assert.ok(Object.hasOwn(header, "alg"));
    const required = providerOf(id).inputs.filter((input) => input.required === true && input.default === undefined);
    assert.deepEqual(
      [...faults.keys()],
      required.map((input) => input.id),
    );
  });
}

test("a value that is missing shows as its label, one that is wrong as it was typed", () => {
  assert.equal(preview(order("lirium", {})).claims["iss"], "‹API key›");
  const { claims, faults } = preview(order("lirium", { apiKey: "a b" }));
  assert.equal(claims["iss"], "a b");
  assert.equal(faults.get("apiKey")?.code, "INPUT_INVALID");
});

test("claims that are no JSON are left out, and the fault tells the line", () => {
  const { claims, faults } = preview(order("custom", { claims: '{\n  "sub": "a",\n}', alg: "HS256" }));

  assert.deepEqual(Object.keys(claims), ["jti", "nbf", "iat"]);
  assert.match(faults.get("claims")?.message ?? "", /line 3, column 1 is not valid JSON/);
});

test("a time that is none is a fault of its input", () => {
  const { faults } = preview(order("custom", { alg: "HS256", expires: "tomorrow", notBefore: "none" }));

  assert.deepEqual([...faults.keys()], ["expires"]);
});

test("a lifetime beyond the limit is a fault, and the preview has the default", () => {
  const shown = preview(order("happy-pathology", sampleValues["happy-pathology"] ?? {}, { lifetime: 7200 }));

  assert.equal(shown.lifetimeFault?.code, "LIFETIME_TOO_LONG");
  assert.equal(shown.claims["exp"], NOW + 3600);
});

test("a time that was typed into JSON in the wrong form is minted as typed, with a warning", () => {
  const wrong = [
    ['{"exp":"1800000000"}', /exp is "1800000000", but must be a number of seconds/],
    [`{"exp":${NOW * 1000}}`, /looks like milliseconds/],
    ['{"sub":"a","nbf":null}', /nbf is null, but must be a number/],
    ['{"iat":1e300}', /too large to be a date/],
  ] as const;
  for (const [claims, message] of wrong) {
    const shown = preview(order("custom", { claims, alg: "HS256" }));
    assert.equal(shown.faults.size, 0);
    assert.match(shown.warnings.get("claims")?.message ?? "", message);
    assert.match(
      preview(order("lirium", { apiKey: "k", extraClaims: claims.replace("iat", "exp") })).warnings.get("extraClaims")
        ?.code ?? "",
      /^CLAIM_/,
    );
  }
});

test("times in seconds, other claims and members of the header are no reason to warn", () => {
  const fine = {
    claims: `{"exp":${NOW + 60},"nbf":${NOW}.5,"when":"1800000000"}`,
    header: '{"exp":"x"}',
    alg: "HS256",
  };

  assert.equal(preview(order("custom", fine)).warnings.size, 0);
});
