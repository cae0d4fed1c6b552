import assert from "node:assert/strict";
import { test } from "node:test";
import { pastedToken, pastedTokens, soleToken } from "../../../../../src/core/token/find/pastedToken.ts";
import { assertLinear } from "../../../linear.ts";

const compact = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl";
const wrapped = compact.replace(/(.{20})/g, "$1\r\n    ");

const pasted = {
  "the token alone": compact,
  "white space around it": `\n\t ${compact} \r\n`,
  "a byte order mark and zero-width spaces": `\uFEFF${compact}\u200B`,
  "double quotes": `"${compact}"`,
  "quotes and a comma, as in JSON": `"${compact}",`,
  "back quotes and a semicolon": `\`${compact}\`;`,
  "the bearer scheme": `Bearer ${compact}`,
  "the scheme in other letters": `bearer   ${compact}`,
  "the scheme in quotes": `'Bearer ${compact}'`,
  "line breaks inside": wrapped,
  "the scheme and line breaks inside": `Bearer ${wrapped}`,
  "an Authorization line": `Authorization: Bearer ${compact}`,
  "an Authorization line without a scheme": `authorization: ${compact}`,
  "an Authorization line with line breaks inside": `Authorization: Bearer\n  ${wrapped}`,
  "an Authorization line in JSON": `  "Authorization": "Bearer ${compact}",`,
  "an Authorization line in cURL": `  -H 'Authorization: Bearer ${compact}' \\`,
  "a whole request": `GET https://a.example/b HTTP/1.1\r\nAuthorization: Bearer ${compact}\r\nAccept: */*\r\n`,
  "a cURL command": `curl -X POST 'https://a.example/b' -H 'Accept: */*' -H 'Authorization: Bearer ${compact}' -d '{"a":1}'`,
  "a cURL command over lines": `curl https://a.example/b \\\n  -H "Authorization: Bearer ${compact}" \\\n  --data "x"`,
  "a cURL command that the terminal wrapped": `curl https://a.example -H 'Authorization: Bearer ${wrapped}' -d '{}'`,
  "a cURL command without quotes": `curl https://a.example -H Authorization:${compact} -v`,
  "a PowerShell header": `@{ Authorization = "Bearer ${compact}"; Accept = "*/*" }`,
  "an OAuth answer": `{"token_type":"Bearer","access_token":"${compact}","expires_in":3600}`,
  "a JSON member": `"id_token" : "${compact}",`,
  "a URL's query": `https://a.example/cb?state=x.y&access_token=${compact}&token_type=bearer`,
  "a URL's fragment": `https://a.example/cb#id_token=${compact}`,
  "an encoded query": `https://a.example/?authorization=Bearer%20${compact}%26x=1`,
  "a line of an .env file": `export API_TOKEN="${compact}" # for the API`,
  "a cookie": `Set-Cookie: session=${compact}; Path=/; HttpOnly`,
  "a sentence": `The token is <${compact}>, please check.`,
  "a variable of a .http file": `@token = ${compact}\nGET https://a.example`,
};

const whole = `${compact.slice(0, compact.lastIndexOf("."))}.${"A".repeat(43)}`;
const middle = whole.length / 2;

/** Texts around a token with a signature of HS256's length, which tells where it ends. */
const around = {
  "words before and after": `got ${whole} from gateway`,
  "what is wrong with it": `${whole} has expired`,
  "any scheme": `Authorization: Token ${whole}`,
  "a scheme twice": `Authorization: Bearer Bearer ${whole}`,
  "bytes of Python": `b'${whole}'`,
  "a word that runs into it": `session_id-${whole}`,
  "a log line": `12:00:01 DEBUG [auth] jwt=${whole}, sub=a`,
  "escapes of JSON": String.raw`{"body":"{\u0022t\u0022:\u0022${whole}\u0022}"}`,
  "an escaped equals sign": String.raw`access_token\u003d${whole}\u0026x`,
  "quotes in a string": `"{\\"token\\":\\"${whole}\\"}"`,
  colours: `\u001b[1;32m${whole}\u001b[0m`,
  "colours that are written out": String.raw`\e[32m${whole}\e[0m`,
  "encoded dots": `u=${whole.replaceAll(".", "%2E")}&x=1`,
  "a folded YAML value": `token: >-\n  ${whole.slice(0, middle)}\n  ${whole.slice(middle)}\nnext: a\n`,
  "strings that are joined by a plus": `"${whole.slice(0, middle)}" +\n  "${whole.slice(middle)}";\nx();`,
  "strings that are joined by a dot": `'${whole.slice(0, middle)}' .\n  '${whole.slice(middle)}';`,
  "strings side by side": `("${whole.slice(0, middle)}"\n "${whole.slice(middle)}")`,
  "a quoted mail": `> ${whole.slice(0, middle)}\n> ${whole.slice(middle)}\n> regards`,
  "line breaks that an input box made blanks": `${whole.slice(0, middle)} ${whole.slice(middle)} thanks`,
  "a Kubernetes Secret": `data:\n  token: ${Buffer.from(whole).toString("base64")}`,
};

for (const [what, text] of Object.entries(around)) {
  test(`a token is found in a text with ${what}`, () => {
    assert.deepEqual(pastedTokens(text), [whole]);
  });
}

test("of several tokens all are found, each once, and which one is meant is not guessed", () => {
  const other = `${whole.slice(0, -1)}B`;
  const answer = JSON.stringify({ access_token: whole, id_token: other, again: whole });

  assert.deepEqual(pastedTokens(answer), [whole, other]);
  assert.deepEqual(pastedTokens(`${whole}\n${other}\n`), [whole, other]);
  assert.throws(() => soleToken(answer), { code: "TOKENS_SEVERAL" });
  assert.equal(soleToken(whole), whole);
});

for (const [what, text] of Object.entries(pasted)) {
  test(`a token is found in a pasted text: ${what}`, () => {
    assert.equal(pastedToken(text), compact);
  });
}

test("the disclosures of an SD-JWT stay with it", () => {
  for (const text of [`${compact}~WyJhIl0~WyJiIl0~`, `${compact}~`, `${compact}~WyJhIl0~${compact}`]) {
    assert.equal(pastedToken(`Authorization: Bearer ${text}`), text);
  }
});

test("a JWE is taken whole", () => {
  const jwe = `${Buffer.from('{"alg":"dir","enc":"A128GCM"}').toString("base64url")}..aXY.dGV4dA.dGFn`;

  assert.equal(pastedToken(`token=${jwe}&x=1`), jwe);
});

test("a text that is no token stays none", () => {
  assert.equal(pastedToken(""), "");
  assert.equal(pastedToken("Bearer "), "");
  assert.equal(pastedToken("hello"), "hello");
});

test("a megabyte of anything costs no more than its length", async () => {
  const texts = [
    "authorization ",
    "authorization: ",
    "a:\n",
    "bearer ",
    '"',
    " ",
    "\\",
    "eyJ",
    "eyJ.",
    "%20",
    "~",
    "'a\"",
  ];

  for (const text of texts) {
    const make = (length: number) => text.repeat(length / text.length);
    await assertLinear(JSON.stringify(text), { make, work: pastedToken }, 2 ** 17);
  }
});

const commas = (length: number) => `${",;".repeat(length / 2)}x`;

test("commas that do not end a text are passed over once", async () => {
  await assertLinear("commas", { make: commas, work: pastedToken }, 2 ** 13);
});
