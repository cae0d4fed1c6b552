/** The part of httpYac's extension API that provides variables; httpYac 6.16 has it. */
interface HttpYacApi {
  readonly httpyac: { readonly store: { readonly pluginStore: Record<string, (api: PluginApi) => void> } };
  readonly documentStore: { clear(): void };
}

interface PluginApi {
  readonly hooks: { readonly provideVariables: { addHook(id: string, hook: VariablesHook): void } };
}

type VariablesHook = (
  environments: unknown,
  context: {
    readonly httpFile: { readonly httpRegions: readonly { readonly symbol: { readonly source?: string } }[] };
  },
) => Promise<Variables>;

type Variables = Readonly<Record<string, string>>;

/** Gives the variables that a file uses. `uses` tells whether its text may hold a variable. */
export type ProvideVariables = (uses: (variable: string) => boolean) => Promise<Variables>;

/**
 * Has httpYac ask `provide` at each send and completion, and returns what ends that; undefined where the API is another.
 * Files that httpYac parsed before know no new plugin, so it is made to parse them again.
 */
export function connectHttpYac(api: unknown, provide: ProvideVariables): (() => void) | undefined {
  if (!isHttpYacApi(api)) return undefined;
  const { httpyac, documentStore } = api;
  const { pluginStore } = httpyac.store;
  pluginStore["jwtMint"] = ({ hooks }) => {
    hooks.provideVariables.addHook("jwtMint", async (_environments, { httpFile }) => {
      const sources = httpFile.httpRegions.map(({ symbol }) => symbol.source ?? "");
      // An imported file sees the variables of the one that imports it.
      const imports = sources.some((source) => /@import\b/.test(source));
      return provide((variable) => imports || sources.some((source) => source.includes(variable)));
    });
  };
  documentStore.clear();
  return () => {
    delete pluginStore["jwtMint"];
    documentStore.clear();
  };
}

const member = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

function isHttpYacApi(api: unknown): api is HttpYacApi {
  const pluginStore = member(member(member(api, "httpyac"), "store"), "pluginStore");
  return typeof pluginStore === "object" && typeof member(member(api, "documentStore"), "clear") === "function";
}
