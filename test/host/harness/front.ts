import { randomBytes } from "node:crypto";
import { type IncomingMessage, type Server, type ServerResponse, createServer, request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { type Development, addDevelopment } from "./development.ts";

export interface FrontOptions {
  readonly serverPort: number;
  /** Where the front listens; a free port unless given. */
  readonly port: number | undefined;
  readonly development: Development;
}

export interface Front {
  readonly port: number;
  close(): void;
}

/**
 * Stands in front of VS Code's server and adds what that server leaves to its host: the extension under development,
 * and the key with which the workbench encrypts its SecretStorage. Without the key, secrets are lost at every reload.
 */
export async function startFront({ serverPort, port = 0, development }: FrontOptions): Promise<Front> {
  const key = randomBytes(32);
  const front = createServer((incoming, response) => {
    if (incoming.method === "POST" && incoming.url?.endsWith("/mint-key")) response.end(key);
    else forward(incoming, response, { serverPort, development });
  });
  const sockets = new Set<{ destroy(): unknown }>();
  front.on("connection", (socket) => sockets.add(socket));
  front.on("upgrade", (incoming, socket, head) => {
    const server = connect(serverPort, "127.0.0.1", () => {
      server.write(requestHead(incoming));
      server.write(head);
      server.pipe(socket).pipe(server);
    });
    server.on("error", () => socket.destroy()).on("close", () => socket.destroy());
    socket.on("error", () => server.destroy()).on("close", () => server.destroy());
  });
  await listen(front, port);
  const close = () => {
    front.close();
    for (const socket of sockets) socket.destroy();
  };
  return { port: portOf(front), close };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The local server has no port.");
  return address.port;
}

type ForwardOptions = Pick<FrontOptions, "serverPort" | "development">;

function forward(incoming: IncomingMessage, response: ServerResponse, options: ForwardOptions): void {
  const { method, url: path = "/", headers } = incoming;
  const isWorkbench = method === "GET" && new URL(path, "http://front").pathname === "/";
  if (isWorkbench) delete headers["accept-encoding"];
  const outgoing = request({ host: "127.0.0.1", port: options.serverPort, method, path, headers }, (answer) => {
    const status = answer.statusCode ?? 502;
    if (!isWorkbench || status !== 200) {
      answer.pipe(response.writeHead(status, answer.headers));
      return;
    }
    delete answer.headers["content-length"];
    response.writeHead(status, answer.headers);
    void sendWorkbench(answer, response, (html) => addDevelopment(html, headers.host ?? "", options.development));
  });
  outgoing.on("error", () => response.destroy());
  incoming.pipe(outgoing);
}

async function sendWorkbench(
  answer: IncomingMessage,
  response: ServerResponse,
  change: (html: string) => string,
): Promise<void> {
  try {
    response.end(change(await text(answer)));
  } catch {
    // One of the two sides was closed in between.
    response.destroy();
  }
}

function requestHead({ method, url, rawHeaders }: IncomingMessage): string {
  const headers = rawHeaders.map((part, index) => (index % 2 === 0 ? `\r\n${part}: ` : part)).join("");
  return `${method} ${url} HTTP/1.1${headers}\r\n\r\n`;
}
