import { type IncomingMessage, createServer } from "node:http";
import jwt from "jsonwebtoken";
import type { DemoKeys } from "./demoKeys.ts";
import { type PartnerRule, partnerRules } from "./partnerRules.ts";

export interface PartnerApi {
  readonly port: number;
  close(): void;
}

/** What a call is answered with: a status and a JSON body. */
interface Answer {
  readonly status: 200 | 401 | 404;
  readonly body:
    { readonly error: string } | { readonly provider: string; readonly accepted: true; readonly claims: unknown };
}

/** Starts an API on this machine that is as strict about tokens as the providers are, and says what it dislikes. */
export async function startPartnerApi(keys: DemoKeys): Promise<PartnerApi> {
  const server = createServer((request, response) => {
    const { status, body } = answer(request, keys);
    const challenge = status === 401 ? { "www-authenticate": "Bearer" } : {};
    response.writeHead(status, { "content-type": "application/json", ...challenge });
    response.end(`${JSON.stringify(body, undefined, 2)}\n`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The partner API has no port.");
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { port: address.port, close };
}

function answer(request: IncomingMessage, keys: DemoKeys): Answer {
  const path = new URL(request.url ?? "/", "http://partner").pathname.replace(/(?<=.)\/$/, "");
  const rule = partnerRules.find((candidate) => candidate.path === path);
  if (rule === undefined) {
    const known = partnerRules.map((candidate) => candidate.path).join(", ");
    return { status: 404, body: { error: `There is nothing at ${path}. Try one of ${known}.` } };
  }
  try {
    const claims = accept(request, rule, keys[rule.provider].verifier);
    return { status: 200, body: { provider: rule.provider, accepted: true, claims } };
  } catch (error) {
    return { status: 401, body: { error: error instanceof Error ? error.message : String(error) } };
  }
}

/** The claims of the call's token. Throws an error that says why the call is refused. */
function accept(request: IncomingMessage, rule: PartnerRule, verifier: string): unknown {
  const now = Math.floor(Date.now() / 1000);
  const { header, payload } = verified(tokenOf(request, rule), rule, verifier);
  if (typeof payload === "string") throw new Error("The token's payload must be a JSON object.");
  const complaints = rule.complaints({ header, claims: payload, requestHeaders: request.headers, now });
  const unmet = complaints.filter(([isMet]) => !isMet).map(([, sentence]) => sentence);
  if (unmet.length > 0) throw new Error(unmet.join(" "));
  return payload;
}

function tokenOf({ headers: { authorization } }: IncomingMessage, { scheme }: PartnerRule): string {
  if (authorization === undefined) throw new Error("The request has no Authorization header.");
  const [, bearer] = /^Bearer (\S+)$/.exec(authorization) ?? [];
  if (scheme === "none") {
    if (/\s/.test(authorization))
      throw new Error('The Authorization header must hold the token alone, without "Bearer".');
    return authorization;
  }
  if (bearer === undefined) throw new Error('The Authorization header must be "Bearer" and the token.');
  return bearer;
}

function verified(token: string, { algs }: PartnerRule, verifier: string): jwt.Jwt {
  const alg = jwt.decode(token, { complete: true })?.header.alg;
  if (alg === undefined) throw new Error("The token cannot be decoded.");
  if (!algs.some((allowed) => allowed === alg)) throw new Error(`The alg must be ${algs.join(" or ")}, not ${alg}.`);
  try {
    return jwt.verify(token, verifier, { algorithms: [...algs], complete: true });
  } catch (error) {
    throw new Error(reasonOf(error), { cause: error });
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof jwt.TokenExpiredError) return `The token expired at ${error.expiredAt.toISOString()}.`;
  if (error instanceof jwt.NotBeforeError) return `The token is not valid before ${error.date.toISOString()}.`;
  const message = error instanceof Error ? error.message : String(error);
  return message === "invalid signature"
    ? "The signature does not match the key that is on file."
    : `The token is refused: ${message}.`;
}
