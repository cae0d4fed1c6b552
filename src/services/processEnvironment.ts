/** The environment variables of a process. */
export type Environment = Record<string, string | undefined>;

/** Those of the extension host, which REST Client reads from. Undefined in the web worker host, which has none. */
export function processEnvironment(): Environment | undefined {
  const process: unknown = Reflect.get(globalThis, "process");
  return isNodeProcess(process) ? process.env : undefined;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

function isNodeProcess(value: unknown): value is { readonly env: Environment } {
  if (!isObject(value) || !("env" in value) || !("versions" in value)) return false;
  return isObject(value.env) && isObject(value.versions) && "node" in value.versions;
}
