import assert from "node:assert/strict";
import { test } from "node:test";
import { bearer, insertAt } from "../insertion.ts";

const auth = "Authorization: Bearer new.jwt.sig";

const rows: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    "an Authorization without a colon gets one",
    "GET https://a/1‸\nauthorization \nX: 1\n",
    "GET https://a/1\nauthorization: Bearer new.jwt.sig\nX: 1\n",
  ],
  [
    "a late definition ends no headers",
    "GET https://a/1‸\n@a = 1\nAuthorization: old\n",
    `GET https://a/1\n@a = 1\n${auth}\n`,
  ],
  [
    "a scheme of the service stays in front of the token",
    "GET https://a/1\nauthorization: Token eyJhbGciOiJIUzI1NiJ9.e30.c2ln‸\n",
    "GET https://a/1\nauthorization: Token new.jwt.sig\n",
  ],
  [
    "a scheme stays in a curl command",
    "curl -H 'Authorization: JWT eyJhbGciOiJIUzI1NiJ9.e30.c2ln' https://a/1‸\n",
    "curl -H 'Authorization: JWT new.jwt.sig' https://a/1\n",
  ],
  [
    "a scheme whose credentials are no token goes",
    "GET https://a/1\nAuthorization: Basic dXNlcjpw‸\n",
    `GET https://a/1\n${auth}\n`,
  ],
  ["a file without a final line end gets none", "GET https://a/1‸", `GET https://a/1\n${auth}`],
  [
    "a commented query line may stand between parts of the URL",
    "GET https://a/1\n  ?a=1\n// &b\n  &c=2‸\n",
    `GET https://a/1\n  ?a=1\n// &b\n  &c=2\n${auth}\n`,
  ],
  [
    "a query part without a value goes on with the URL",
    "GET https://a/1\n?verbose‸\nAccept: */*\n",
    `GET https://a/1\n?verbose\n${auth}\nAccept: */*\n`,
  ],
  [
    "an assertion goes not on with the URL",
    "GET https://a/1‸\n?? status == 200\n",
    `GET https://a/1\n${auth}\n?? status == 200\n`,
  ],
  [
    "indented words go on with the URL, as in JetBrains",
    "GET https://a\n    .example.com\n    /v1‸\n",
    `GET https://a\n    .example.com\n    /v1\n${auth}\n`,
  ],
  [
    "query lines below a header stay where they are",
    "GET https://a/1‸\nAccept: */*\n?a=1\nAuthorization: old\n",
    `GET https://a/1\nAccept: */*\n?a=1\n${auth}\n`,
  ],
  [
    "an indented header keeps its indent",
    "GET https://a/1‸\n  authorization :Bearer old\n",
    "GET https://a/1\n  authorization : Bearer new.jwt.sig\n",
  ],
  [
    "a header with an old Digest scheme is replaced",
    "GET https://a/1‸\nAuthorization: Digest u p\n",
    `GET https://a/1\n${auth}\n`,
  ],
  [
    "a trailing comma goes with the old value",
    "GET https://a/1‸\nAuthorization: Bearer old,\nAccept: */*,\n",
    `GET https://a/1\n${auth}\nAccept: */*,\n`,
  ],
  [
    "folded lines of the old value go",
    "GET https://a/1‸\nAuthorization: Bearer\n  old.jwt\n  .sig\nAccept: */*\n",
    `GET https://a/1\n${auth}\nAccept: */*\n`,
  ],
  [
    "a fold of another header stays",
    "GET https://a/1‸\nX-A: a,\n  b\nAuthorization: old\n",
    `GET https://a/1\nX-A: a,\n  b\n${auth}\n`,
  ],
  [
    "an indented header below is no fold",
    "GET https://a/1‸\nAuthorization: old\n  Accept: */*\n",
    `GET https://a/1\n${auth}\n  Accept: */*\n`,
  ],
  [
    "three Authorization lines become one",
    "GET https://a/1‸\nAuthorization: a\nAUTHORIZATION: b\n  fold\nauthorization: c",
    `GET https://a/1\n${auth}`,
  ],
  [
    "duplicates around another header become one",
    "GET https://a/1‸\nAuthorization: a\nX: 1\nauthorization: c\nY: 2\n",
    `GET https://a/1\n${auth}\nX: 1\nY: 2\n`,
  ],
  [
    "a white-space-only line ends the headers",
    "POST https://a/1‸\n \t\nAuthorization: old\n",
    `POST https://a/1\n${auth}\n \t\nAuthorization: old\n`,
  ],
  [
    "an XML body without a blank line ends the headers",
    "POST https://a/1‸\nAccept: */*\n<a>\nAuthorization: old\n</a>\n",
    `POST https://a/1\n${auth}\nAccept: */*\n<a>\nAuthorization: old\n</a>\n`,
  ],
  [
    "an output redirection ends the headers",
    "GET https://a/1‸\n>> out.json\nAuthorization: old\n",
    `GET https://a/1\n${auth}\n>> out.json\nAuthorization: old\n`,
  ],
  [
    "a name without a colon is a header to REST Client",
    "GET https://a/1‸\nX-Empty\nAuthorization: old\n",
    `GET https://a/1\nX-Empty\n${auth}\n`,
  ],
  [
    "a header line whose name is a variable is passed over",
    "GET https://a/1‸\n{{name}}: 1\nAuthorization: old\n",
    `GET https://a/1\n{{name}}: 1\n${auth}\n`,
  ],
  [
    "a GraphQL request keeps its query",
    "GRAPHQL https://a/q‸\n\nquery {\n  a\n}\n",
    `GRAPHQL https://a/q\n${auth}\n\nquery {\n  a\n}\n`,
  ],
  ["a gRPC request takes the header", "GRPC a:1/S/m‸\n\n{}\n", `GRPC a:1/S/m\n${auth}\n\n{}\n`],
  ["a request line that is only a variable takes the header", "{{url}}‸\n", `{{url}}\n${auth}\n`],
  ["a token given again changes nothing", `GET https://a/1‸\n${auth}\n`, `GET https://a/1\n${auth}\n`],
  [
    "lines end as the document's",
    "GET https://a/1‸\r\nX: 1\r\nAuthorization: a\r\nauthorization: b\r\n",
    `GET https://a/1\r\nX: 1\r\n${auth}\r\n`,
  ],
];

for (const [name, before, after] of rows) {
  test(name, () => assert.equal(insertAt(before).text, after));
}

test("a spread of headers is warned of, since httpYac lets it win", () => {
  assert.match(insertAt("GET https://a/1‸\n...common\n").warnings.join(), /\.\.\.common/);
  assert.deepEqual(insertAt("GET https://a/1‸\n").warnings, []);
});

const helpLightning = { compact: bearer.compact, headers: { "x-helplightning-api-key": "key 1" } };

test("a raw token stands alone, with the service's own header below", () => {
  assert.equal(
    insertAt("GET https://a/1‸\nAccept: */*\n", { as: "header" }, helpLightning).text,
    "GET https://a/1\nAuthorization: new.jwt.sig\nx-helplightning-api-key: key 1\nAccept: */*\n",
  );
});

test("a service's own header is replaced where it stands, once", () => {
  assert.equal(
    insertAt(
      "GET https://a/1‸\nX-HelpLightning-API-Key: old\nAuthorization: Bearer old\nx-helplightning-api-key: older\n",
      { as: "header" },
      helpLightning,
    ).text,
    "GET https://a/1\nX-HelpLightning-API-Key: key 1\nAuthorization: new.jwt.sig\n",
  );
});

test("a service's own header that lacks comes below a replaced Authorization", () => {
  assert.equal(
    insertAt(
      "GET https://a/1‸\nA: 1\nAuthorization: x\n  fold\nAuthorization: y\nB: 2",
      { as: "header" },
      helpLightning,
    ).text,
    "GET https://a/1\nA: 1\nAuthorization: new.jwt.sig\nx-helplightning-api-key: key 1\nB: 2",
  );
});

test("a service's own header stays literal in variable mode", () => {
  assert.equal(
    insertAt("GET https://a/1‸", { as: "variable" }, helpLightning).text,
    "@token = new.jwt.sig\nGET https://a/1\nAuthorization: {{token}}\nx-helplightning-api-key: key 1",
  );
});
