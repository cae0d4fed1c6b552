import assert from "node:assert/strict";
import { test } from "node:test";
import { createUnlessSame } from "../../../src/editor/unlessSame.ts";

test("a subject is acted for at first, and again only when one of its values is another", () => {
  const unlessSame = createUnlessSame();
  const [subject, value] = [{}, {}];
  const acted: string[] = [];
  const act = (name: string, values: readonly unknown[], of = subject) =>
    unlessSame(of, values, () => acted.push(name));

  act("first, without values", []);
  act("same", []);
  act("one value", [value, "expired"]);
  act("same", [value, "expired"]);
  act("another subject", [value, "expired"], {});
  act("another state", [value, undefined]);
  act("an equal value that is another", [{}, undefined]);
  act("fewer", []);

  assert.deepEqual(acted, [
    "first, without values",
    "one value",
    "another subject",
    "another state",
    "an equal value that is another",
    "fewer",
  ]);
});
