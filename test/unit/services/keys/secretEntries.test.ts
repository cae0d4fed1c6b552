import assert from "node:assert/strict";
import { test } from "node:test";
import { SecretEntries } from "../../../../src/services/keys/secretEntries.ts";
import { newMachine, secretsOf } from "./windows.ts";

const unavailable = (words: RegExp) => (error: unknown) =>
  error instanceof Error && Reflect.get(error, "code") === "SECRET_STORE_UNAVAILABLE" && words.test(error.message);

const never = async () => new Promise<never>(() => undefined);

test("a write that fails, throws at once, or is not there afterwards is an error that says what to do", async () => {
  const secrets = secretsOf(newMachine());
  const failing: readonly Partial<typeof secrets>[] = [
    { store: async () => Promise.reject(new Error("locked, tried with hunter2")) },
    {
      store: () => {
        throw new Error("no keyring");
      },
    },
    { store: async () => Promise.resolve() },
    { get: async () => Promise.resolve("something else") },
    { get: async () => Promise.reject(new Error("locked")) },
  ];
  for (const failure of failing) {
    const entries = new SecretEntries({ ...secrets, ...failure }, "key:");

    await assert.rejects(entries.put("a", "text"), unavailable(/^VS Code's secret storage did not keep the key "a"\./));
  }
});

test("a storage that does not answer is said so, and what it stores later is whole", async () => {
  const machine = newMachine();
  const secrets = secretsOf(machine);
  const answered = new EventTarget();
  let storing = Promise.resolve();
  const late = {
    ...secrets,
    async store(key: string, value: string) {
      storing = new Promise<void>((resolve) =>
        answered.addEventListener("answer", () => void secrets.store(key, value).then(resolve)),
      );
      await storing;
    },
  };
  await assert.rejects(new SecretEntries(late, "key:", 20).put("a", "text"), unavailable(/has not answered for/));
  answered.dispatchEvent(new Event("answer"));
  await storing;
  assert.equal(await new SecretEntries(secrets, "key:").get("a"), "text");

  const mute = new SecretEntries({ get: never, store: never, delete: never, keys: never }, "key:", 20);
  for (const work of [mute.names(), mute.get("a"), mute.put("a", "b"), mute.delete("a")]) {
    await assert.rejects(work, unavailable(/has not answered for/));
  }
});

test("a key that the storage does not delete is said to be there still", async () => {
  const machine = newMachine();
  const secrets = secretsOf(machine);
  await secrets.store("key:a", "text");
  for (const failure of [async () => Promise.resolve(), async () => Promise.reject(new Error("locked"))]) {
    const entries = new SecretEntries({ ...secrets, delete: failure }, "key:");

    await assert.rejects(entries.delete("a"), unavailable(/did not delete the key "a"/));
  }
});

test("two writes of one name at once both succeed, and the later one counts", async () => {
  const entries = new SecretEntries(secretsOf(newMachine()), "key:");

  await Promise.all([entries.put("a", "1"), entries.put("a", "2")]);

  assert.equal(await entries.get("a"), "2");
});
