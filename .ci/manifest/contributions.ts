import { providers } from "../../src/core/providers/index.ts";
import { type CommandText, commandTexts, mintCommandId } from "../../src/manifest.ts";
import { keybindings, menus } from "./menus.ts";
import { type ProfileSchema, withProviders } from "./profileSchema.ts";

/** As much of package.json as is written here. */
export interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: { readonly "jwtMint.profiles": { readonly items: ProfileSchema } };
    };
  };
}

/** package.json with the parts that the code knows: commands, menus, keys, and the schema of profiles. */
export function withContributions<T extends Manifest>(manifest: T) {
  const { contributes } = manifest;
  const { configuration } = contributes;
  const profiles = configuration.properties["jwtMint.profiles"];
  const properties = {
    ...configuration.properties,
    "jwtMint.profiles": { ...profiles, items: withProviders(profiles.items) },
  };
  const written = { commands, menus, keybindings, configuration: { ...configuration, properties } };
  return { ...manifest, contributes: { ...contributes, ...written } };
}

const texts: Readonly<Record<string, CommandText>> = commandTexts;

const commands = [
  ...providers
    .filter(({ ownCommand }) => ownCommand === true)
    .map(({ id, name }) => ({ command: mintCommandId(id), title: `Mint ${name} token` })),
  ...Object.entries(texts).map(([command, { title, icon }]) => ({
    command,
    title,
    category: "JWT Mint",
    icon: icon === undefined ? undefined : `$(${icon})`,
  })),
];
