import assert from "node:assert/strict";
import { test } from "node:test";
import { UserError } from "../../../../src/core/errors.ts";
import { readKey } from "../../../../src/core/keys/read/read.ts";
import { signingKey } from "../../../../src/core/keys/hostKey.ts";
import { entries, type Entry, inputOf, optionsOf } from "./badInputs.ts";

/** Entries that end otherwise here, and why. */
const otherwise: { readonly [id: string]: { readonly today: string; readonly because: string } } = {
  "PEM-011": {
    today: "KEY_ENCRYPTED",
    because: "the prompt that is left is tested in test/host/window/keyDialogs.test.ts",
  },
  "PEM-028": { today: "accept", because: "OpenSSH's format is read, unless it has a passphrase" },
  "PEM-085": {
    today: "KEY_NOT_A_KEY",
    because: "folders are refused where files are read: test/host/inside/keys.host.ts",
  },
  "PEM-086": { today: "KEY_NOT_A_KEY", because: "unreadable files are refused where files are read: keys.host.ts" },
  "JWK-004": { today: "accept", because: "its `alt`: the primes follow from d" },
  "JWK-020": { today: "warning", because: "its `alt`: a warning that a person accepts, as for every short secret" },
  "SEC-026": { today: "SECRET_TOO_SHORT", because: "the secret of 31 bytes is kept as asked, and is short for HS256" },
  "SEC-008": { today: "warning", because: "the question is the UI's, put by this warning" },
  "SEC-010": { today: "warning", because: "the question is the UI's, put by this warning" },
  "SEC-011": { today: "warning", because: "the question is the UI's, put by this warning" },
  "SEC-015": { today: "warning", because: "the question is the UI's, put by this warning" },
  "SEC-016": { today: "warning", because: "the question is the UI's, put by this warning" },
  "SEC-021": { today: "warning", because: "the question is the UI's, put by this warning" },
};

/** The commands that mend what was refused, or make what signs instead. */
const helps: { readonly [id: string]: readonly string[] } = {
  "PEM-025": ["keytool -importkeystore"],
  "PEM-031": ["puttygen FILE"],
  "PEM-035": ["openssl genrsa"],
  "PEM-038": ["openssl genpkey"],
  "PEM-041": ["openssl genpkey"],
  "PEM-043": ["openssl genpkey"],
  "PEM-045": ["openssl genrsa"],
  "PEM-070": ["openssl pkey -in FILE -check"],
  "PEM-083": ["git lfs"],
  "JWK-024": ["openssl genpkey"],
  "JWK-029": ["openssl genrsa"],
  "JWK-030": ["openssl genrsa"],
};

for (const entry of entries) {
  test(`${entry.id}: ${entry.title}`, async () => {
    const input = inputOf(entry);

    const result = await outcomeOf(() => readKey(input, optionsOf(entry)));

    const { outcome, code } = expected(entry);
    assert.equal(result.outcome, outcome, result.messages.join());
    if (code !== undefined)
      assert.ok(
        result.codes.some((each) => each === code),
        `${result.codes.join()} instead of ${code}`,
      );
    if (outcome === "accept") assert.deepEqual(result.codes, []);
    for (const message of result.messages) {
      assertShowsNothingOf(input, message);
      for (const words of [...(entry.expect.mustNotContain ?? []), entry.password ?? "\0"]) {
        assert.ok(!message.includes(words));
      }
    }
    for (const command of helps[entry.id] ?? []) assert.ok(result.messages.join().includes(`"${command} `), command);
    for (const alg of entry.expect.algs ?? []) assert.ok(result.key && (await signingKey(result.key, alg)));
  });
}

test("every entry that ends otherwise is still in the list of bad inputs", () => {
  const ids = new Set(entries.map(({ id }) => id));

  assert.deepEqual(
    Object.keys(otherwise).filter((id) => !ids.has(id)),
    [],
  );
});

function expected({ id, expect }: Entry): { readonly outcome: string; readonly code?: string | undefined } {
  const today = otherwise[id]?.today;
  if (today === "warning") return { outcome: "accept-with-warning", code: expect.code };
  if (today?.startsWith("SECRET_")) return { outcome: "accept-with-warning", code: today };
  if (today === "accept") return { outcome: today };
  return today === undefined ? expect : { outcome: "error", code: today };
}

async function outcomeOf(read: () => ReturnType<typeof readKey>) {
  try {
    const { key, warnings } = await read();
    const outcome = warnings.length > 0 ? "accept-with-warning" : "accept";
    return { outcome, key, codes: warnings.map(({ code }) => code), messages: warnings.map(({ message }) => message) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { outcome: "error", codes: [error.code], messages: [error.message] };
  }
}

/** No run of 8 characters of a message may stand in what was given, as it is or decoded. */
function assertShowsNothingOf(input: string | Uint8Array, message: string): void {
  const text = typeof input === "string" ? input : Buffer.from(input).toString("latin1");
  const given = secretForms(text).join("\n");
  for (let start = 0; start + 8 <= message.length; start++) {
    assert.ok(!given.includes(message.slice(start, start + 8)), `the message repeats the input at ${start}`);
  }
}

/** What was given, without the words of formats that a message may name, and the bytes it stands for. */
function secretForms(text: string): readonly string[] {
  const bare = text
    .replaceAll(
      /-----(BEGIN|END) [A-Z0-9 ]+-----|authorized_user|private_key|git-lfs|Proc-Type|secp256k1|not base64/g,
      "",
    )
    .replaceAll(/"(kty|use|alg|key_ops)":/g, "");
  const digits = bare.replaceAll(/\s/g, "");
  const bytes = [Buffer.from(digits, "base64"), ...bare.split('"').map((part) => Buffer.from(part, "base64url"))];
  return [
    bare,
    digits,
    ...bytes.flatMap((each) => (["latin1", "hex", "base64url"] as const).map((way) => each.toString(way))),
  ];
}
