import assert from "node:assert/strict";
import { test } from "node:test";
import type { CallSubject } from "../../../../src/services/calls/answers.ts";
import { newMachine } from "../keys/windows.ts";
import { answeringWindow } from "./around.ts";

const subject: CallSubject = { profile: "P", provider: "lirium", key: "k", environment: "sandbox" };
const refused = { code: "CALL_NOT_ALLOWED" };

test("what is allowed in a folder is asked for once there, also in later windows", async () => {
  const machine = newMachine();
  const window = answeringWindow(machine);
  window.answers = ["folder"];

  await window.allowedCalls.require(subject);
  await window.allowedCalls.require({ ...subject });

  const later = answeringWindow(machine);
  await later.allowedCalls.require(subject);
  assert.deepEqual([window.asked.length, later.asked.length], [1, 0]);
  assert.deepEqual(window.asked, [[subject, { answers: ["folder", "everywhere"], byHand: false }]]);
  assert.deepEqual(later.allowedCalls.list(), [{ ...subject, folder: "file:///a" }]);
});

test("another folder, a window without one, and one more folder beside it are asked for again", async () => {
  const machine = newMachine();
  const window = answeringWindow(machine);
  window.answers = ["folder"];
  await window.allowedCalls.require(subject);

  for (const folders of [["file:///b"], [], ["file:///a", "file:///b"], ["file:///a/"]]) {
    const other = answeringWindow(machine);
    other.folders = folders;
    await assert.rejects(other.allowedCalls.require(subject), refused, folders.join());
    assert.equal(other.asked.length, 1);
  }
});

test("of a window on two folders each is allowed, and what is allowed without a folder is allowed there alone", async () => {
  const machine = newMachine();
  const window = answeringWindow(machine);
  for (const folders of [["file:///a", "file:///b"], []]) {
    window.folders = folders;
    window.answers = ["folder"];
    await window.allowedCalls.require(subject);
  }

  for (const folders of [["file:///b"], ["file:///b", "file:///a"], []]) {
    window.folders = folders;
    await window.allowedCalls.require(subject);
  }
  window.folders = ["file:///c"];
  await assert.rejects(window.allowedCalls.require(subject), refused);
});

test("what is allowed everywhere is asked for nowhere, until it is another profile, provider, key or environment", async () => {
  const window = answeringWindow();
  window.answers = ["everywhere"];
  await window.allowedCalls.require(subject);
  window.folders = ["file:///b"];
  await window.allowedCalls.require(subject);
  const { profile: _profile, ...order } = subject;
  const { environment: _environment, ...plain } = subject;

  for (const other of [
    { ...subject, profile: "Q" },
    { ...subject, provider: "custom" },
    { ...subject, key: "l" },
    order,
    plain,
  ]) {
    await assert.rejects(window.allowedCalls.require(other), refused, JSON.stringify(other));
  }
  assert.equal(window.asked.length, 6);
});

test("calls at once for the same ask one question, and all get its answer", async () => {
  const window = answeringWindow();
  window.answers = ["folder"];

  await Promise.all([1, 2, 3].map(async () => window.allowedCalls.require({ ...subject })));

  assert.equal(window.asked.length, 1);
  assert.equal(window.allowedCalls.list().length, 1);
});

test("answers given at once are all remembered", async () => {
  const machine = newMachine();
  const window = answeringWindow(machine);
  window.answers = ["folder", "everywhere", "folder"];

  await Promise.all(["a", "b", "c"].map(async (key) => window.allowedCalls.require({ ...subject, key })));

  assert.deepEqual(
    answeringWindow(machine)
      .allowedCalls.list()
      .map(({ key }) => key),
    ["a", "b", "c"],
  );
});

test("not now is not remembered, and says how to allow it", async () => {
  const window = answeringWindow();

  await assert.rejects(window.allowedCalls.require(subject), {
    ...refused,
    message: /sign with the profile "P" here\..*jwtMint\.callsByArgument to "allow"/,
  });
  await assert.rejects(window.allowedCalls.require({ provider: "lirium", key: "k" }), /sign with the key "k" here\./);
  assert.equal(window.asked.length, 2);
  assert.deepEqual(window.allowedCalls.list(), []);
});

test("what is forgotten is asked for again", async () => {
  const window = answeringWindow();
  window.answers = ["folder", "everywhere"];
  await window.allowedCalls.require(subject);
  await window.allowedCalls.require({ ...subject, key: "other" });
  let changes = 0;
  window.allowedCalls.onDidChange(() => (changes += 1));

  await window.allowedCalls.forget(window.allowedCalls.list().slice(0, 1));

  assert.equal(changes, 1);
  await assert.rejects(window.allowedCalls.require(subject), refused);
  await window.allowedCalls.require({ ...subject, key: "other" });
});

test("the setting allows or refuses all calls without a question", async () => {
  const window = answeringWindow();
  window.mode = "allow";
  await window.allowedCalls.require(subject);
  window.mode = "refuse";
  await assert.rejects(window.allowedCalls.require(subject), { ...refused, message: /Your setting .* refuses/ });
  assert.deepEqual(window.asked, []);
});

test("what a person may have run is asked for likewise, and refused by no setting", async () => {
  const window = answeringWindow();
  window.mode = "refuse";
  assert.equal(await window.allowedCalls.confirm(subject), false);
  window.answers = ["once"];
  assert.equal(await window.allowedCalls.confirm(subject), true);
  assert.deepEqual(window.allowedCalls.list(), []);

  window.mode = "ask";
  window.answers = ["folder"];
  assert.equal(await window.allowedCalls.confirm(subject), true);
  assert.equal(await window.allowedCalls.confirm(subject), true);

  assert.deepEqual(
    window.asked.map(([, question]) => question),
    [
      { answers: ["once"], byHand: true },
      { answers: ["once"], byHand: true },
      { answers: ["folder", "everywhere"], byHand: true },
    ],
  );
});

test("where calls are allowed is said in words", async () => {
  const window = answeringWindow();
  assert.equal(window.allowedCalls.words(subject), undefined);
  for (const [folder, words] of [
    ["file:///b", "allowed in this folder"],
    ["file:///c", "allowed in this folder and 1 other folder"],
  ] as const) {
    window.folders = [folder];
    window.answers = ["folder"];
    await window.allowedCalls.require(subject);
    assert.equal(window.allowedCalls.words(subject), words);
  }
  window.folders = ["file:///d"];
  assert.equal(window.allowedCalls.words(subject), "allowed in 2 other folders");
  window.answers = ["everywhere"];
  await window.allowedCalls.require(subject);
  assert.equal(window.allowedCalls.words(subject), "allowed everywhere");
  window.mode = "allow";
  assert.equal(window.allowedCalls.words(subject), "allowed by your settings");
});

test("what stands in the state and is no answer allows nothing", async () => {
  const bad = [
    null,
    "P",
    { P: subject },
    [null, "x", { ...subject, key: 1 }, { ...subject, folder: null }, { key: "k" }],
  ];
  for (const state of bad) {
    const machine = { ...newMachine(), state: JSON.stringify({ allowedCalls: state }) };
    const window = answeringWindow(machine);

    await assert.rejects(window.allowedCalls.require(subject), refused, JSON.stringify(state));
  }
});
