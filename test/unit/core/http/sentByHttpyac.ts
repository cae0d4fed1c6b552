import path from "node:path";
import httpyac from "httpyac";

/** Headers as httpYac would send them; a header on two lines has a list. */
export type SentHeaders = Readonly<Record<string, unknown>>;

const { fileProvider, httpClientProvider } = httpyac.io;

Object.assign(fileProvider, {
  EOL: "\n",
  isAbsolute: () => Promise.resolve(true),
  exists: () => Promise.resolve(false),
  readdir: () => Promise.resolve([]),
  hasExtension: () => false,
  dirname: (file: unknown) => path.dirname(String(file)),
  joinPath: (folder: unknown, file: string) => path.join(String(folder), file),
});

/** Has httpYac parse `text` and prepare the request at `line`, and catches it before it is sent. */
export async function sentByHttpyac(text: string, line: number): Promise<SentHeaders | undefined> {
  let sent: SentHeaders | undefined;
  class Catcher extends httpyac.AbstractRequestClient<undefined> {
    readonly supportsStreaming = false;
    readonly nativeClient = undefined;
    readonly reportMessage = "caught";
    readonly #headers: () => SentHeaders;
    constructor(headers: () => SentHeaders) {
      super();
      this.#headers = headers;
    }
    connect(): Promise<undefined> {
      return Promise.resolve(undefined);
    }
    send(): Promise<void> {
      sent = this.#headers();
      return Promise.resolve();
    }
    disconnect(): void {}
  }
  httpClientProvider.createRequestClient = (request) => new Catcher(() => ({ ...request.headers }));
  const store = new httpyac.store.HttpFileStore();
  const httpFile = await store.parse("/requests.http", text, { workingDir: "/" });
  const httpRegion = httpFile.httpRegions.find(({ symbol }) => symbol.startLine <= line && line <= symbol.endLine);
  if (httpRegion !== undefined) await httpyac.send({ httpFile, httpRegion });
  return sent;
}
