import assert from "node:assert/strict";
import { test } from "node:test";
import { bearer, insertAt } from "../insertion.ts";

const auth = "Authorization: Bearer new.jwt.sig";

const rows: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    "curl takes the header right behind its name",
    "  CURL -X POST \\\n  https://a/1‸\n",
    `  CURL -H "${auth}" -X POST \\\n  https://a/1\n`,
  ],
  ["curl alone on its line takes the header", "curl \\\n  https://a/1‸\n", `curl -H "${auth}" \\\n  https://a/1\n`],
  [
    "an attached -H is replaced inside its quotes",
    "curl -H'Authorization: old' https://a/1‸",
    `curl -H'${auth}' https://a/1`,
  ],
  [
    "--header= is replaced inside its quotes",
    'curl --header="authorization:old" https://a/1‸',
    `curl --header="authorization: Bearer new.jwt.sig" https://a/1`,
  ],
  [
    "clustered flags before H are understood",
    'curl -sSH "Authorization: old" https://a/1‸',
    `curl -sSH "${auth}" https://a/1`,
  ],
  ["an unquoted header gets quotes", "curl -H Authorization:old https://a/1‸", `curl -H "${auth}" https://a/1`],
  [
    "a partly quoted header is quoted as a whole",
    'curl -H Authorization:"Bearer old" https://a/1‸',
    `curl -H "${auth}" https://a/1`,
  ],
  [
    "further Authorization options go with their gap",
    'curl https://a/1‸ \\\n  -H "Authorization: a" \\\n  -H "authorization: b" \\\n  -d x',
    `curl https://a/1 \\\n  -H "${auth}" \\\n  -d x`,
  ],
  [
    "an option inside the data is data",
    `curl https://a/1‸ -d '-H "Authorization: x"'`,
    `curl -H "${auth}" https://a/1 -d '-H "Authorization: x"'`,
  ],
  [
    "data over several lines is passed over",
    `curl https://a/1‸ -d '{\n  "Authorization": "x"\n}' \\\n -H 'Authorization: old'`,
    `curl https://a/1 -d '{\n  "Authorization": "x"\n}' \\\n -H '${auth}'`,
  ],
  [
    "an escaped quote closes nothing",
    String.raw`curl -d "a\" -H b" -H "Authorization: o\"ld" https://a/1‸`,
    String.raw`curl -d "a\" -H b" -H "Authorization: Bearer new.jwt.sig" https://a/1`,
  ],
  [
    "a commented option is none",
    'curl \\\n# -H "Authorization: old" \\\n  https://a/1‸',
    `curl -H "${auth}" \\\n# -H "Authorization: old" \\\n  https://a/1`,
  ],
  [
    "Proxy-Authorization is another header",
    'curl -H "Proxy-Authorization: x" https://a/1‸',
    `curl -H "${auth}" -H "Proxy-Authorization: x" https://a/1`,
  ],
  [
    "curl keeps the document's line ends",
    'curl \\\r\n -H "Authorization: old" \\\r\n https://a/1‸\r\n',
    `curl \\\r\n -H "${auth}" \\\r\n https://a/1\r\n`,
  ],
  ["a URL that starts with curl is none", "curly.example.com/x‸", `curly.example.com/x\n${auth}`],
];

for (const [name, before, after] of rows) {
  test(name, () => assert.equal(insertAt(before).text, after));
}

test("curl takes a raw token and the service's own header", () => {
  const delivery = { compact: bearer.compact, headers: { "x-api-key": "k" } };

  assert.equal(
    insertAt("curl https://a/1‸", { as: "header" }, delivery).text,
    'curl -H "Authorization: new.jwt.sig" -H "x-api-key: k" https://a/1',
  );
  assert.equal(
    insertAt("curl https://a/1‸ -H 'Authorization: x' -s -H 'X-Api-Key: y'", { as: "header" }, delivery).text,
    "curl https://a/1 -H 'Authorization: new.jwt.sig' -s -H 'X-Api-Key: k'",
  );
});

test("curl credentials in -u are warned of, since REST Client lets them win", () => {
  assert.match(insertAt("curl -u a:b https://a/1‸").warnings.join(), /-u/);
});

test("curl keeps its reference to a variable", () => {
  assert.equal(
    insertAt('@jwt = old\ncurl -H "Authorization: Bearer {{jwt}}" https://a/1‸', { as: "variable" }).text,
    '@jwt = new.jwt.sig\ncurl -H "Authorization: Bearer {{jwt}}" https://a/1',
  );
});
