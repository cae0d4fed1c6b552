import httpyac from "httpyac";
import { withoutFiles } from "../../httpyacFiles.ts";

/** Headers as httpYac would send them; a header on two lines has a list. */
export type SentHeaders = Readonly<Record<string, unknown>>;

const { httpClientProvider } = httpyac.io;

withoutFiles();

/** Has httpYac parse `text` and prepare the request at `line`, and catches it before it is sent. */
export async function sentByHttpyac(
  text: string,
  line: number,
  file = "/requests.http",
): Promise<SentHeaders | undefined> {
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
  const httpFile = await store.parse(file, text, { workingDir: "/" });
  const httpRegion = httpFile.httpRegions.find(({ symbol }) => symbol.startLine <= line && line <= symbol.endLine);
  if (httpRegion !== undefined) await httpyac.send({ httpFile, httpRegion });
  return sent;
}
