import assert from "node:assert/strict";
import { test } from "node:test";
import * as environmentFile from "../../../../../src/core/http/files/environmentFile.ts";
import { allAtOnce } from "../../../../../src/core/steps.ts";
import { applySpanEdits } from "../applySpanEdits.ts";

const { environmentsIn } = environmentFile;
const editForEnvironmentFile = (...order: Parameters<typeof environmentFile.editForEnvironmentFile>) =>
  allAtOnce(environmentFile.editForEnvironmentFile(...order));
const set = (text: string) => applySpanEdits(text, [editForEnvironmentFile(text, "dev", "token", "NEW")]);

const rows: readonly (readonly [what: string, before: string, after: string])[] = [
  [
    "a value is replaced and all else stays",
    '{ "dev" : {"token":\t"old" , "a":1} }',
    '{ "dev" : {"token":\t"NEW" , "a":1} }',
  ],
  ["an object is replaced too", '{"dev":{"token":{"a":[1,{}]}}}', '{"dev":{"token":"NEW"}}'],
  [
    "a new variable stands below the others",
    '{\n\t"dev": {\n\t\t"host": "h"\n\t}\n}\n',
    '{\n\t"dev": {\n\t\t"host": "h",\n\t\t"token": "NEW"\n\t}\n}\n',
  ],
  [
    "a new environment stands below the others",
    '{\r\n    "prod": {\r\n        "a": []\r\n    }\r\n}',
    '{\r\n    "prod": {\r\n        "a": []\r\n    },\r\n    "dev": {\r\n        "token": "NEW"\r\n    }\r\n}',
  ],
  ["an empty environment is filled", '{\n  "dev": {}\n}', '{\n  "dev": {\n    "token": "NEW"\n  }\n}'],
  ["one line stays one line", '{"prod": {}}', '{"prod": {},"dev": { "token": "NEW" }}'],
  ["an empty file becomes an environment file", "", '{\n  "dev": {\n    "token": "NEW"\n  }\n}\n'],
  ["an empty object becomes one", " {}\n", ' {\n  "dev": {\n    "token": "NEW"\n  }\n}\n'],
  [
    "of two equal names the last one counts, as in JSON.parse",
    '{"dev":{"token":1,"token":2}}',
    '{"dev":{"token":1,"token":"NEW"}}',
  ],
  [
    "a name inside another value is not meant",
    '{"a":{"dev":{"token":1}},"dev":{"x":"token"}}',
    '{"a":{"dev":{"token":1}},"dev":{"x":"token","token": "NEW"}}',
  ],
  [
    "escaped names and braces in texts are read as JSON reads them",
    String.raw`{"d\u0065v":{"a":"}\"{","token":null}}`,
    String.raw`{"d\u0065v":{"a":"}\"{","token":"NEW"}}`,
  ],
];

for (const [what, before, after] of rows) {
  test(what, () => {
    assert.equal(set(before), after);
    assert.equal(JSON.parse(after).dev.token, "NEW");
  });
}

test("environments and their variables are offered", () => {
  assert.deepEqual(
    [...environmentsIn('{"$shared":{},"dev":{"a":1,"b":2},"x":1}')],
    [
      ["$shared", []],
      ["dev", ["a", "b"]],
      ["x", []],
    ],
  );
  assert.equal(environmentsIn(" \n").size, 0);
});

test("what is not strict JSON is refused with its place, and without its content", () => {
  for (const [text, place] of [
    ['{\n  "dev": {\n    "token": "secret",\n  }\n}', "line 4 column 3"],
    ['{\n  // secret\n  "dev": {}\n}', "line 2 column 3"],
    ["{", "line 1 column 2"],
    ['["secret"]', "line 1 column 1"],
  ] as const) {
    assert.throws(
      () => editForEnvironmentFile(text, "dev", "token", "NEW"),
      ({ code, message }: Error & { code: string }) =>
        code === "ENVIRONMENT_FILE_INVALID" && message.includes(place) && !message.includes("secret"),
    );
  }
});

test("an environment that is no object is refused", () => {
  assert.throws(() => set('{"dev":"x"}'), { code: "ENVIRONMENT_FILE_INVALID" });
});

test("a long text is read, and a file of megabytes is left alone with a sentence", () => {
  const long = String.raw`{"dev":{"a":"${"v\\n".repeat(150_000)}","token":"old"}}`;
  assert.equal(set(long), long.replace("old", "NEW"));

  const megabytes = `{"dev":{"a":"${"v".repeat(10_000_000)}"}}`;
  for (const read of [set, environmentsIn]) assert.throws(() => read(megabytes), { code: "ENVIRONMENT_FILE_TOO_LONG" });
});
