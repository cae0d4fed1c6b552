import httpyac from "httpyac";
import { withoutFiles } from "../../unit/httpyacFiles.ts";
import type { Header, SeenRequest } from "./seenRequest.ts";

withoutFiles();

/** The requests of a text as httpYac parses them, in its order. */
export async function seenByHttpyac(text: string, markdown: boolean): Promise<readonly SeenRequest[]> {
  const file = await new httpyac.store.HttpFileStore().parse(markdown ? "/requests.md" : "/requests.http", text, {
    workingDir: "/",
  });
  return file.httpRegions.flatMap(({ request, symbol, metaData }) => {
    if (request === undefined) return [];
    const { method, url, protocol, headers = {}, body } = request;
    return [
      {
        first: symbol.startLine,
        last: symbol.endLine,
        rest: JSON.stringify({ method, url, protocol, body: body ?? null, metaData }),
        headers: Object.entries(headers).flatMap(([name, value]) =>
          [value].flat().map((each): Header => [name, String(each)]),
        ),
      },
    ];
  });
}
