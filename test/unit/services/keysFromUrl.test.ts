import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { keysFromUrl } from "../../../src/services/keysFromUrl.ts";

const jwks = JSON.stringify({
  keys: [{ kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" }],
});
const requests: IncomingMessage[] = [];
let origin = "";

const answers: { readonly [path: string]: (response: ServerResponse) => void } = {
  "/jwks": (response) => response.end(jwks),
  "/.well-known/openid-configuration": (response) =>
    response.end(JSON.stringify({ issuer: origin, jwks_uri: `${origin}/jwks` })),
  "/other/.well-known/openid-configuration": (response) =>
    response.end(JSON.stringify({ issuer: origin, jwks_uri: `${origin}/jwks` })),
  "/private": (response) => response.end('{"keys":[{"kty":"OKP","d":"AA"}]}'),
  "/html": (response) => response.end("<html>"),
  "/redirect": (response) => response.writeHead(302, { location: "/jwks" }).end(),
  "/missing": (response) => response.writeHead(404).end(),
  "/huge": (response) => response.end(`{"keys":[],"x":"${"x".repeat(1_100_000)}"}`),
  "/slow": (response) => {
    const timer = setInterval(() => response.write(" "), 500);
    response.on("close", () => clearInterval(timer));
  },
};

const server = createServer((request, response) => {
  requests.push(request);
  answers[request.url ?? ""]?.(response);
});

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => server.close());

const confirmed = { confirmed: true };

test("keys are got from a JWK Set, and through an OpenID configuration", async () => {
  assert.deepEqual(await keysFromUrl(`${origin}/jwks`, confirmed), { text: jwks, warnings: [] });
  assert.equal((await keysFromUrl(`${origin}/.well-known/openid-configuration`, confirmed)).text, jwks);
});

test("a request carries nothing that tells who asks", async () => {
  await keysFromUrl(`${origin}/jwks`, confirmed);

  const headers = requests.at(-1)?.headers;
  assert.deepEqual([headers?.cookie, headers?.authorization, headers?.referer], [undefined, undefined, undefined]);
});

test("a set that gives away private keys is warned of", async () => {
  assert.match(
    (await keysFromUrl(`${origin}/private`, confirmed)).warnings[0] ?? "",
    /public URL serves a private key/,
  );
});

const refusals: readonly (readonly [name: string, path: string, code: string, words: RegExp])[] = [
  ["HTML", "/html", "JWKS_NOT_JSON", /answer is HTML \(a login page or a proxy\?\)/],
  ["a redirect", "/redirect", "JWKS_REDIRECT", /not followed/],
  ["another status", "/missing", "JWKS_HTTP_STATUS", /HTTP 404 from 127/],
  ["more than 1 MB", "/huge", "JWKS_TOO_LARGE", /over 1 MB/],
  ["a trickle", "/slow", "JWKS_TIMEOUT", /no answer in 5 s/],
  [
    "another issuer",
    "/other/.well-known/openid-configuration",
    "ISSUER_MISMATCH",
    /issuer in the discovery document differs/,
  ],
];

for (const [name, path, code, words] of refusals) {
  test(`${name} is refused as ${code}`, async () => {
    await assert.rejects(keysFromUrl(origin + path, confirmed), { name: "UserError", code, message: words });
  });
}

test("the issuer of a configuration must be the token's", async () => {
  const url = `${origin}/.well-known/openid-configuration`;

  await assert.rejects(keysFromUrl(url, { ...confirmed, issuer: "https://other.example" }), {
    code: "ISSUER_MISMATCH",
  });
  assert.equal((await keysFromUrl(url, { ...confirmed, issuer: `${origin}/` })).text, jwks);
});

test("an address is judged before anything is requested", async () => {
  const earlier = requests.length;
  for (const [url, code] of [
    ["http://idp.example/jwks.json", "JWKS_NOT_HTTPS"],
    ['data:application/json,{"keys":[]}', "JWKS_SCHEME"],
    ["file:///etc/passwd", "JWKS_SCHEME"],
    ["https://169.254.169.254/latest/meta-data/", "JWKS_PRIVATE_ADDRESS"],
    ["https://2852039166/latest/", "JWKS_PRIVATE_ADDRESS"],
    ["https://[fd00::1]/", "JWKS_PRIVATE_ADDRESS"],
    ["https://[64:ff9b::a9fe:a9fe]/", "JWKS_PRIVATE_ADDRESS"],
    ["https://[::ffff:169.254.169.254]/", "JWKS_PRIVATE_ADDRESS"],
    ["https://224.0.0.1/", "JWKS_PRIVATE_ADDRESS"],
    ["https://0x7f000001/", "JWKS_LOOPBACK"],
    ["https://intranet/keys", "JWKS_PRIVATE_ADDRESS"],
    ["https://login.мicrosoft.com/keys", "JWKS_HOST_UNUSUAL"],
    [`${origin}/jwks`, "JWKS_LOOPBACK"],
    ["https://user:password@example.com/", "JWKS_URL"],
    ["keys", "JWKS_URL"],
  ] as const) {
    await assert.rejects(keysFromUrl(url), { code }, url);
  }
  assert.equal(requests.length, earlier);
});

test("a host that cannot be reached is said so", async () => {
  await assert.rejects(keysFromUrl("https://127.0.0.1:9/", confirmed), { code: "NETWORK" });
});
