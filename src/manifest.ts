/** Every id that also stands in package.json; a test holds the two equal. */
export const commandIds = [
  "jwtMint.mintToken",
  "jwtMint.mint.lirium",
  "jwtMint.mint.happy-pathology",
  "jwtMint.mint.help-lightning",
  "jwtMint.mint.app-store-connect",
  "jwtMint.mint.partner-api",
  "jwtMint.insertToken",
  "jwtMint.refreshToken",
  "jwtMint.refreshAndSend",
  "jwtMint.inspectToken",
  "jwtMint.verifyToken",
  "jwtMint.decodeToken",
  "jwtMint.compareTokens",
  "jwtMint.copyPayload",
  "jwtMint.openPanel",
  "jwtMint.importKey",
  "jwtMint.generateKey",
  "jwtMint.listKeys",
  "jwtMint.exportPublicKey",
  "jwtMint.exportPrivateKey",
  "jwtMint.importKeyAgain",
  "jwtMint.renameKey",
  "jwtMint.deleteKey",
  "jwtMint.saveProfile",
  "jwtMint.editProfile",
  "jwtMint.renameProfile",
  "jwtMint.deleteProfile",
  "jwtMint.useAsVariable",
  "jwtMint.newHttpFile",
] as const;

/** The views of the container, whose rows are trees. */
export const viewIds = ["jwtMint.profiles", "jwtMint.keys"] as const;

export type ViewId = (typeof viewIds)[number];

export type CommandId = (typeof commandIds)[number];

/** What the links of a hover run. Not in package.json: nobody else has a use for it, and the underscore hides it. */
export const AT_PLACE = "_jwtMint.atPlace";

/** The type of the panel, which an activation event names. */
export const panelViewType = "jwtMint.panel";
