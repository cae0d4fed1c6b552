import assert from "node:assert/strict";
import { test } from "node:test";
import { differences } from "../../../../../src/core/token/read/compare.ts";

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const token = (header: object, claims: object) => `${part({ alg: "HS256", ...header })}.${part(claims)}.c2ln`;

test("what differs is named, also what only one token has; the order of members does not count", () => {
  const a = token({ kid: "1" }, { iss: "i", aud: ["x"], exp: 1, toString: "t" });
  const b = token({ typ: "JWT" }, { exp: 2, aud: ["x"], iss: "i" });

  assert.deepEqual(differences(a, b), { header: ["kid", "typ"], claims: ["exp", "toString"] });
  assert.deepEqual(differences(a, a), { header: [], claims: [] });
});
