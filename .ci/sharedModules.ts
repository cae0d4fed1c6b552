/** Lets a bundle that another one loads take what both need from the one that loads it, so that no module exists twice. */
import { resolve } from "node:path";
import { build, type BuildOptions, type Metafile, type Plugin } from "esbuild";

/** A module that one bundle gives another. */
interface SharedModule {
  /** Its path from the root of the repository. */
  readonly path: string;
  /** What the bundles call it; short, for both hold it. */
  readonly id: string;
  /** The exports that are given. */
  readonly names: readonly string[];
}

/** The modules that a bundle holds code of. */
const heldBy = ({ outputs }: Metafile): readonly string[] =>
  Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );

/**
 * Leaves modules to the bundle that loads this one. Where it is known what is taken of them, each is taken once, by a name of
 * its own, which is shorter than naming the module at each use.
 */
export const taking = (modules: readonly (Pick<SharedModule, "path" | "id"> & Partial<SharedModule>)[]): Plugin => ({
  name: "taking",
  setup(bundle) {
    const byPath = new Map(modules.map((module) => [resolve(module.path), module]));
    bundle.onResolve({ filter: /./ }, async ({ path, pluginData, ...where }) => {
      if (pluginData === taking || where.kind === "entry-point") return undefined;
      if (where.namespace === TAKEN) return { path, external: true };
      const found = await bundle.resolve(path, { ...where, pluginData: taking });
      const module = byPath.get(found.path);
      if (module === undefined) return found;
      // A package imports names for what is left out of the bundle in the end, which nobody gives.
      if (module.names === undefined || where.importer.includes("node_modules"))
        return { path: module.id, external: true, sideEffects: false };
      return { path: module.id, namespace: TAKEN, sideEffects: false, pluginData: module.names };
    });
    bundle.onLoad(
      { filter: /./, namespace: TAKEN },
      ({ path, pluginData: names }: { path: string; pluginData: string[] }) => ({
        contents: `const { ${names.join(", ")} } = require("${path}");\nexport { ${names.join(", ")} };`,
      }),
    );
  },
});

/** The namespace of what stands for a module that is taken. */
const TAKEN = "taken";

/**
 * What the second of two bundles takes from the first: the modules that both hold, as far as its others import them. What is
 * given may bring more into the first, which then is shared too. Ids begin with `prefix`.
 */
export async function sharedBy(
  first: (gives: readonly SharedModule[]) => BuildOptions,
  second: BuildOptions,
  prefix: string,
): Promise<readonly SharedModule[]> {
  const here = heldBy(await metafileOf(second));
  for (let before = 0, shared: readonly SharedModule[] = []; ;) {
    const there = new Set(heldBy(await metafileOf(first(shared))));
    const both = here.flatMap((path, index) => (there.has(path) ? [{ path, id: `${prefix}${index}` }] : []));
    if (both.length === before) return shared;
    before = both.length;
    shared = await taken(second, both);
  }
}

async function taken(
  bundle: BuildOptions,
  modules: readonly Pick<SharedModule, "path" | "id">[],
): Promise<readonly SharedModule[]> {
  const plugins = [taking(modules), ...(bundle.plugins ?? [])];
  // As a module of its own, the bundle lists what it still imports.
  const asModule = { format: "esm", minify: false, sourcemap: false, write: false } as const;
  const { outputFiles } = await build({ ...bundle, plugins, ...asModule });
  const text = outputFiles[0]?.text ?? "";
  return modules.flatMap(({ path, id }) => {
    const names = namesTaken(text, id);
    return names.length === 0 ? [] : [{ path, id, names }];
  });
}

/** Throws where bundles hold code of the same module, which then had two states. */
export function requireOnce(bundles: readonly Metafile[]): void {
  const held = bundles.flatMap((bundle) => heldBy(bundle).filter((path) => path !== "entry.ts"));
  const twice = held.filter((path, index) => held.indexOf(path) !== index);
  if (twice.length > 0) throw new Error(`In two bundles: ${twice.join(", ")}`);
}

/** The exports of a module that a bundle uses: those it imports by name, and the members of its namespace that are named. */
function namesTaken(bundle: string, id: string): readonly string[] {
  const imports = [...bundle.matchAll(new RegExp(`^import ([^"]*) from "${id}";$`, "gm"))];
  const names = imports.flatMap(([statement, what = ""]) => {
    const [, list] = /^\{([^}]*)\}$/.exec(what) ?? [];
    if (list !== undefined) return list.split(",").flatMap((each) => /\w+/.exec(each) ?? []);
    const [, namespace] = /^\* as (\w+)$/.exec(what) ?? [];
    if (namespace === undefined) throw new Error(`Cannot share what is imported so: ${statement}`);
    return Array.from(bundle.matchAll(new RegExp(`(?<![\\w/.])${namespace}\\.(\\w+)`, "g")), ([, name = ""]) => name);
  });
  return [...new Set(names)];
}

async function metafileOf(options: BuildOptions): Promise<Metafile> {
  const { metafile } = await build({ ...options, write: false, metafile: true });
  return metafile;
}

/** The entry of a bundle that gives modules to those it loads. */
export function giving(entry: string, modules: readonly SharedModule[]): BuildOptions["stdin"] {
  const imports = modules.map(({ path, id, names }) => {
    const list = names.map((name) => `${name} as ${name}_${id}`);
    return `import { ${list.join(", ")} } from "./${path}";`;
  });
  const given = modules.map(
    ({ id, names }) => `${id}: { ${names.map((name) => `${name}: ${name}_${id}`).join(", ")} }`,
  );
  const lines = [
    `export * from "./${entry}";`,
    'import { give } from "./src/services/bundle.ts";',
    ...imports,
    `give({ ${given.join(", ")} });`,
  ];
  return { contents: lines.join("\n"), resolveDir: ".", sourcefile: "entry.ts", loader: "ts" };
}
