import path from "node:path";
import httpyac from "httpyac";

/** Has httpYac see no files but the text it is given. */
export function withoutFiles(): void {
  Object.assign(httpyac.io.fileProvider, {
    EOL: "\n",
    isAbsolute: () => Promise.resolve(true),
    exists: () => Promise.resolve(false),
    readdir: () => Promise.resolve([]),
    hasExtension: (file: unknown, ...extensions: readonly string[]) =>
      extensions.includes(path.extname(String(file)).slice(1)),
    dirname: (file: unknown) => path.dirname(String(file)),
    joinPath: (folder: unknown, file: string) => path.join(String(folder), file),
  });
}
