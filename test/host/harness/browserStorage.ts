import type { Workbench } from "./workbench.ts";

/** Everything that the page keeps: local storage and the databases, with the secrets as VS Code sealed them. */
export async function storedInBrowser({ page }: Workbench): Promise<string> {
  return page.evaluate(async () => {
    const texts = Object.keys(localStorage).map((name) => localStorage.getItem(name) ?? "");
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name);
        request.addEventListener("success", () => resolve(request.result));
      });
      for (const store of database.objectStoreNames) {
        const values = await new Promise<unknown[]>((resolve) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.addEventListener("success", () => resolve(request.result as unknown[]));
        });
        const decoder = new TextDecoder();
        for (const value of values)
          texts.push(value instanceof Uint8Array ? decoder.decode(value) : JSON.stringify(value));
      }
      database.close();
    }
    return texts.join("\n");
  });
}
