import { writeProfiles } from "./kit/profiles.ts";
import { rejects, test } from "./kit/testing.ts";
import { run } from "./kit/commands.ts";

test("what cannot be renamed is refused with what is wrong, before a person is asked", async () => {
  await run("generateKey", { name: "named", alg: "ES256" });
  await run("generateKey", { name: "taken", alg: "ES256" });
  for (const name of ["One", "Two"])
    await run("saveProfile", { name, provider: "app-store-connect", key: "named", values: { keyId: "K1" } });
  const refused: readonly (readonly [string, unknown, RegExp])[] = [
    ["renameKey", { key: "named", name: "taken" }, /A key "taken" exists or existed already/],
    ["renameKey", { key: "gone", name: "x" }, /"gone" is not on this machine/],
    ["renameKey", { key: "named", name: " " }, /A key needs a name/],
    ["renameKey", { key: "named" }, /"name" is missing/],
    ["renameProfile", { profile: "One", name: "Two" }, /A profile "Two" exists already/],
    ["renameProfile", { profile: "gone", name: "x" }, /There is no profile "gone"/],
    ["renameProfile", { profile: "One", name: " " }, /needs a name/],
  ];

  for (const [command, argument, message] of refused) await rejects(run(command, argument), message);
  await writeProfiles(undefined);
});
