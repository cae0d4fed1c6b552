/** What of this machine's files the workbench is to load besides VS Code itself. Absolute paths. */
export interface Development {
  /** The folder of the extension under development. */
  readonly extension: string;
  /** The folders of others to load beside it. */
  readonly companions?: readonly string[];
  /** The module to run inside the extension host. */
  readonly extensionTests?: string | undefined;
}

/** Adds the extension under development to the configuration in the workbench's page. */
export function addDevelopment(html: string, authority: string, development: Development): string {
  const { extension, companions = [], extensionTests } = development;
  const remote = (path: string) => ({ scheme: "vscode-remote", authority, path: urlPath(path) });
  return html.replace(
    /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)/,
    (_all, before: string, json: string) => {
      const configuration = JSON.parse(json.replaceAll("&quot;", '"')) as { developmentOptions?: object };
      const developmentOptions = {
        ...configuration.developmentOptions,
        extensions: [extension, ...companions].map(remote),
        ...(extensionTests === undefined ? {} : { extensionTestsPath: remote(extensionTests) }),
      };
      return before + JSON.stringify({ ...configuration, developmentOptions }).replaceAll('"', "&quot;");
    },
  );
}

/** The address of a window on a folder. */
export function windowUrl(authority: string, folder: string): string {
  return `http://${authority}/?${new URLSearchParams({ folder: urlPath(folder) })}`;
}

function urlPath(path: string): string {
  const slashes = path.replaceAll("\\", "/");
  return slashes.startsWith("/") ? slashes : `/${slashes}`;
}
