// What Node gives the extension host where it runs on Node. `src` has no types of it, and a web worker has none of it.

/** The environment variables of a process. */
export type Environment = Record<string, string | undefined>;

/** Those of the extension host, which REST Client reads from. Undefined in the web worker host, which has none. */
export const processEnvironment = (): Environment | undefined => nodeProcess()?.env;

/** The part of `node:fs/promises` that VS Code's own file system lacks: permissions. */
export interface NodeFiles {
  readonly open: (path: string, flags: "w", mode: number) => Promise<NodeFile>;
}
interface NodeFile {
  readonly chmod: (mode: number) => Promise<void>;
  readonly writeFile: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Undefined in the web worker host, and on Windows, where a file's mode says little. */
export function nodeFiles(): NodeFiles | undefined {
  const process = nodeProcess();
  const files = process?.platform === "win32" ? undefined : process?.getBuiltinModule?.("node:fs/promises");
  return isNodeFiles(files) ? files : undefined;
}

interface NodeProcess {
  readonly env: Environment;
  readonly platform?: string;
  readonly getBuiltinModule?: (id: string) => unknown;
}

function nodeProcess(): NodeProcess | undefined {
  const process: unknown = Reflect.get(globalThis, "process");
  return isNodeProcess(process) ? process : undefined;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

function isNodeProcess(value: unknown): value is NodeProcess {
  if (!isObject(value) || !("env" in value) || !("versions" in value)) return false;
  return isObject(value.env) && isObject(value.versions) && "node" in value.versions;
}

const isNodeFiles = (value: unknown): value is NodeFiles => isObject(value) && "open" in value;
