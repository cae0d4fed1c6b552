/** What package.json says of a command. */
export interface CommandText {
  /** As the palette shows it, without the category. */
  readonly title: string;
  /** A codicon, for menus that show icons. */
  readonly icon?: string;
}

/**
 * Every command with an id of its own, and what `npm run manifest` writes of it into package.json.
 * The commands that mint for one provider come from the providers' data.
 */
export const commandTexts = {
  "jwtMint.mintToken": { title: "Mint Token…", icon: "zap" },
  "jwtMint.insertToken": { title: "Insert Token into Request", icon: "insert" },
  "jwtMint.refreshToken": { title: "Refresh Token" },
  "jwtMint.refreshAndSend": { title: "Refresh Token and Send Request" },
  "jwtMint.inspectToken": { title: "Inspect Token", icon: "inspect" },
  "jwtMint.verifyToken": { title: "Verify Token…" },
  "jwtMint.decodeToken": { title: "Decode Token to Editor" },
  "jwtMint.compareTokens": { title: "Compare Tokens…" },
  "jwtMint.copyPayload": { title: "Copy Payload" },
  "jwtMint.openPanel": { title: "Open Token Panel", icon: "open-preview" },
  "jwtMint.importKey": { title: "Import Key…", icon: "add" },
  "jwtMint.generateKey": { title: "Generate Key…", icon: "key" },
  "jwtMint.listKeys": { title: "List Keys" },
  "jwtMint.exportPublicKey": { title: "Copy Public Key…", icon: "copy" },
  "jwtMint.importKeyAgain": { title: "Import Key Again…", icon: "sign-in" },
  "jwtMint.renameKey": { title: "Rename Key…", icon: "edit" },
  "jwtMint.exportPrivateKey": { title: "Save Private Key to File…" },
  "jwtMint.deleteKey": { title: "Delete Key…", icon: "trash" },
  "jwtMint.saveProfile": { title: "Save Profile…", icon: "add" },
  "jwtMint.editProfile": { title: "Edit Profile in Settings", icon: "go-to-file" },
  "jwtMint.renameProfile": { title: "Rename Profile…", icon: "edit" },
  "jwtMint.deleteProfile": { title: "Delete Profile…", icon: "trash" },
  "jwtMint.useAsVariable": { title: "Use Profile as Variable…" },
  "jwtMint.forgetAllowedCalls": { title: "Forget Allowed Calls…" },
  "jwtMint.newHttpFile": { title: "New .http File for Provider" },
} satisfies Readonly<Record<string, CommandText>>;

export type CommandId = keyof typeof commandTexts;

/** The command that mints for one provider, such as `jwtMint.mint.lirium`. */
export const mintCommandId = (provider: string) => `jwtMint.mint.${provider}` as const;

/** The views of the container, whose rows are trees. */
export const viewIds = ["jwtMint.profiles", "jwtMint.keys"] as const;

export type ViewId = (typeof viewIds)[number];

/** Whether the cursor is on a token: the context key that menus ask for. */
export const ON_TOKEN = "jwtMint.onToken";

/** What the links of a hover run. Not in package.json: nobody else has a use for it, and the underscore hides it. */
export const AT_PLACE = "_jwtMint.atPlace";

/** The type of the panel, which an activation event names. */
export const panelViewType = "jwtMint.panel";
