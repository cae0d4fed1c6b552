import assert from "node:assert/strict";
import { test } from "node:test";
import { userError } from "../../../src/core/errors.ts";
import { dispatch, type Handlers } from "../../../src/panel/dispatch.ts";
import { craftSamples } from "./craft/samples.ts";
import { tokenSamples } from "./token/samples.ts";

const megabyte = 1_048_576;

const samples = { ...craftSamples, ...tokenSamples };

/** Handlers that note what they were asked. */
function recording() {
  const asked: unknown[] = [];
  const note = ([method, { result }]: readonly [string, { readonly result: unknown }]) => [
    method,
    async (params: unknown) => {
      asked.push([method, params]);
      return result;
    },
  ];
  const handlers = Object.fromEntries(Object.entries(samples).map(note)) as Handlers;
  return { asked, handlers };
}

const noBug = (error: unknown) => assert.fail(`reported as a bug: ${String(error)}`);

for (const [method, { params }] of Object.entries(samples)) {
  test(`the request ${method} is answered with what its handler returns`, async () => {
    const { asked, handlers } = recording();

    const reply = await dispatch({ id: 7, method, params }, handlers, noBug);

    assert.equal(reply.id, 7);
    assert.equal(reply.ok, true);
    assert.deepEqual(asked, [[method, params]]);
  });
}

const illFormed: Readonly<Record<string, unknown>> = {
  "no object": "loadToken",
  nothing: undefined,
  null: null,
  "a list": [],
  "an unknown method": { id: 1, method: "readKey", params: {} },
  "the name of an inherited member": { id: 1, method: "toString", params: {} },
  "a prototype's name": { id: 1, method: "__proto__", params: {} },
  "a method that is no text": { id: 1, method: ["loadToken"], params: {} },
  "no parameters": { id: 1, method: "loadToken" },
  "a list for parameters": { id: 1, method: "loadToken", params: [1] },
  "a missing parameter": { id: 1, method: "mint", params: {} },
  "a parameter of another type": { id: 1, method: "mint", params: { profile: 1 } },
  "a parameter under another name": { id: 1, method: "mint", params: { text: "a" } },
  "an inherited parameter": { id: 1, method: "mint", params: { __proto__: { profile: "a" } } },
  "a parameter too many": { id: 1, method: "copy", params: { compact: "a" } },
  "a form of copying that there is not": { id: 1, method: "copy", params: { as: "toString" } },
  "a text that is too long": { id: 1, method: "inspect", params: { text: "a".repeat(megabyte + 1) } },
  "no id": { method: "loadToken", params: {} },
  "an id that is no whole number": { id: 1.5, method: "loadToken", params: {} },
};

for (const [what, message] of Object.entries(illFormed)) {
  test(`an ill-formed message is refused and reaches no handler: ${what}`, async () => {
    const { asked, handlers } = recording();

    const reply = await dispatch(message, handlers, noBug);

    assert.equal(reply.ok, false);
    assert.deepEqual(asked, []);
  });
}

test("a refusal carries the id of its request where it can be read", async () => {
  const { handlers } = recording();

  assert.equal((await dispatch({ id: 3, method: "unknown", params: {} }, handlers, noBug)).id, 3);
  assert.equal((await dispatch({ id: "3", method: "loadToken", params: {} }, handlers, noBug)).id, null);
});

test("a megabyte of text is taken", async () => {
  const { handlers } = recording();
  const message = { id: 1, method: "inspect", params: { text: "a".repeat(megabyte) } };

  assert.equal((await dispatch(message, handlers, noBug)).ok, true);
});

test("a failure that the user can mend is answered with its sentence", async () => {
  const failure = userError("KEY_MISSING", "The key is gone.", "Import it again.");
  const handlers = { ...recording().handlers, mint: () => Promise.reject(failure) };

  const reply = await dispatch({ id: 5, method: "mint", params: samples.mint.params }, handlers, noBug);

  assert.deepEqual(reply, { id: 5, ok: false, message: failure.message });
});

test("a bug is reported, and answered without what it says", async () => {
  const bug = new Error("secret material");
  const reported: unknown[] = [];
  const handlers = {
    ...recording().handlers,
    copy: () => {
      throw bug;
    },
  };

  const reply = await dispatch({ id: 6, method: "copy", params: samples.copy.params }, handlers, (error) =>
    reported.push(error),
  );

  assert.deepEqual(reported, [bug]);
  assert.ok(!reply.ok);
  assert.equal(reply.id, 6);
  assert.doesNotMatch(reply.message, /secret material/);
});
