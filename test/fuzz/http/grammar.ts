/** Whose constructs a file may use. What both read the same is in each. */
export type Dialect = "httpYac" | "REST Client";

/** Pieces of a file; a piece may be several lines. */
type Pieces = readonly [string, ...string[]];
type ByDialect<T> = Readonly<Record<Dialect, T>>;

/** Pieces that both tools read the same, and those of one alone. */
const both = (shared: Pieces, httpYac: readonly string[], restClient: readonly string[]): ByDialect<Pieces> => ({
  httpYac: [...shared, ...httpYac],
  "REST Client": [...shared, ...restClient],
});

export const definitions: Pieces = [
  "@token = old.jwt.x",
  "@jwt=old",
  "@auth = Bearer old.jwt.x",
  "@other = 1",
  "# note",
];

export const delimiters = both(["###", "### Title", "####", "### a: b", "###Title"], ["  ###", "\t### Indented"], []);

export const preambleLines = both(
  [
    "# note",
    "// note",
    "",
    "@token = old.jwt.x",
    "@local = 1",
    "  @jwt = old",
    "# @name request№",
    "// @name request№",
    "# Authorization: Bearer old",
    "# @no-redirect",
    "# GET https://b.test/old",
    "## note",
    "@token = {{other}}",
    '@quoted = "old"',
    "#@name glued№",
  ],
  [
    "{{\n  exports.a = '@token = 1';\n}}",
    "{{@request\n  request.url += '';\n}}",
    "/*\nGET https://b.test/old\n### not one\n*/",
    "< {%\n  request.variables.set('a', 1);\n%}",
    "< {% client.log(1) %}",
    "@lazy := 1",
    "@spaced old",
    "@global.shared = 1",
    "fragment f on T {\n  a\n}\n",
  ],
  ["@token =", "# @prompt token", "# @name token", "//@prompt jwt", "# @note are you sure"],
);

export const requestLines = both(
  [
    "GET https://a.test/x",
    "POST https://a.test/x HTTP/1.1",
    "https://a.test/x",
    "  PUT https://a.test/x?y=1",
    "DELETE https://a.test/x/y#z",
    "GET https://a.test/eyJhbGciOiJub25lIn0.e30.",
  ],
  ["SSE https://a.test/e", "WS wss://a.test/s", "GRPC a.test:443/s/m", "GRAPHQL https://a.test/g"],
  [
    "post https://a.test/x",
    "PATCH {{$processEnv HOST}}/x",
    "Get https://a.test/x",
    "LOCK https://a.test/x",
    "GET /x",
    "https://a.test/x HTTP/2",
  ],
);

export const urlLines = both(
  ["  ?a=1", "  &b=2", "?c=3", "\t&d={{$guid}}", "  # &e=5\n  &f=6", "// &g=7\n&h=8", "  &i=9 HTTP/1.1"],
  ["  /path", "/more"],
  ["?verbose", "  &flag"],
);

export const headerLines = both(
  [
    "Accept: */*",
    "  X-Indented : 1",
    "X-Glued:1",
    "X-Empty:",
    "Host: a.test",
    "Authorization: Bearer old.jwt.x",
    "authorization:Basic a b",
    "AUTHORIZATION: Digest u p",
    "\tAuthorization :\tAWS a b",
    "Authorization: {{auth}}",
    "Authorization: Bearer {{token}}",
    "Authorization: Bearer {{ jwt }}",
    "Authorization:",
    "# Authorization: Bearer commented",
    "// Authorization: Bearer commented",
    "Proxy-Authorization: Bearer p",
    "X-Authorization: x",
    "x-key: old",
    "X-Key: older",
    'X-Long: a:b, c; d="e"',
    "Cookie: a=1",
    "Authorization: Bearer {{login.response.body.token}}",
    "Authorization: {{$dotenv TOKEN}}",
    "// note: x",
  ],
  ["X-Trailing: 1,", "#Glued: 1", "  &late=1"],
  ["#Authorization: Bearer commented", "## Authorization: x", "Flag", "Authorization"],
);

const batch =
  "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/http\n\nGET https://a.test/inner\nAuthorization: x\n\n--b--";
const multipart = '--b\nContent-Disposition: form-data; name="a"\n\nAuthorization: Bearer inner\n--b--';

export const bodies = both(
  [
    "",
    "\n",
    '\n{\n  "Authorization": "Bearer old"\n}',
    "\nAuthorization: Bearer body",
    "\na=1\n&b=2\n&Authorization=x",
    "\n  \nfirst\n\nlast",
    "\n< ./body.json",
    "\n<@ ./body.json",
    `\n${multipart}`,
    "\n# comment\n// comment",
    "\nfirst\n@token = body\nlast",
    "\n\n\n",
    "\nTITLE: GET https://b.test/x",
    '\nquery Q($a: Int) {\n  a(b: $a)\n}\n\n{ "a": 1 }',
    batch,
    `Content-Type: multipart/form-data; boundary=b\n\n${multipart}`,
  ],
  [
    '{"direct": true}',
    "\n> {%\n  client.log('Authorization: x');\n%}",
    "> {%\n  client.log('direct');\n%}",
    "\n> ./after.js",
    "\n{{@response\n  const a = 'Authorization: x';\n}}",
    "?? status == 200",
    '\n{"a": 1}\n\n?? header content-type includes json',
    ">> ./out.json",
    '\n{"a": 1}\n\n>>! ./out.json',
    "\n/*\n###\nAuthorization: x\n*/",
    "\nHTTP/1.1 200 OK\nAuthorization: x\n\n{}",
    "\nGET https://a.test/second\nAuthorization: Bearer second",
    "\nPOST https://a.test/second\nAccept: */*\n\nbody",
    "\n  GET https://a.test/second\n\nGET https://a.test/third\n  ?a=1\nAuthorization: Bearer third",
    "\n{}\n\n# second\n// again\nDELETE https://a.test/second",
    "\n# @forceRegionDelimiter\n\nfirst",
  ],
  ["\n/* no comment */", "\nGET the report", "\n{{script}}"],
);
