import { tokenVariableFiles } from "../../src/core/http/files/variableFiles.ts";
import { type CommandId, ON_TOKEN, type ViewId } from "../../src/manifest.ts";

interface MenuItem {
  readonly command: CommandId;
  readonly when?: string;
  readonly group?: string;
}

const requestFile = "editorLangId == http || resourceExtname == .http || resourceExtname == .rest";
const tokenFile = `${requestFile} || resourceFilename =~ ${String(tokenVariableFiles)}`;

const inView = (view: ViewId) => `view == ${view}`;
const onProfile = `${inView("jwtMint.profiles")} && viewItem == profile`;
const onKey = (kind: string) => `${inView("jwtMint.keys")} && viewItem ${kind}`;
const onPair = onKey("== key.pair");
const onLost = onKey("== key.lost");
const onStored = onKey(String.raw`=~ /^key\.(pair|secret)$/`);
const onAnyKey = onKey(String.raw`=~ /^key\./`);

/** One command in one or two groups of a row's menu: as an icon, and by name. */
const onRow = (when: string, command: CommandId, ...groups: readonly string[]): readonly MenuItem[] =>
  groups.map((group) => ({ command, when, group }));

/** Where commands are offered besides the palette. */
export const menus: Readonly<Record<string, readonly MenuItem[]>> = {
  commandPalette: [{ command: "jwtMint.listKeys", when: "false" }],
  "file/newFile": [{ command: "jwtMint.newHttpFile", group: "file" }],
  "editor/context": [
    { command: "jwtMint.inspectToken", when: ON_TOKEN, group: "1_jwtMint@1" },
    { command: "jwtMint.verifyToken", when: ON_TOKEN, group: "1_jwtMint@2" },
    { command: "jwtMint.decodeToken", when: ON_TOKEN, group: "1_jwtMint@3" },
    { command: "jwtMint.compareTokens", when: `${ON_TOKEN} && editorHasMultipleSelections`, group: "1_jwtMint@4" },
    { command: "jwtMint.insertToken", when: tokenFile, group: "1_modification@9" },
    { command: "jwtMint.refreshToken", when: tokenFile, group: "1_modification@10" },
    { command: "jwtMint.refreshAndSend", when: requestFile, group: "1_modification@11" },
  ],
  "view/title": [
    { command: "jwtMint.saveProfile", when: inView("jwtMint.profiles"), group: "navigation@1" },
    { command: "jwtMint.openPanel", when: inView("jwtMint.profiles"), group: "navigation@2" },
    { command: "jwtMint.importKey", when: inView("jwtMint.keys"), group: "navigation@1" },
    { command: "jwtMint.generateKey", when: inView("jwtMint.keys"), group: "navigation@2" },
  ],
  "view/item/context": [
    ...onRow(onProfile, "jwtMint.mintToken", "inline@1", "1_use@1"),
    ...onRow(onProfile, "jwtMint.insertToken", "inline@2", "1_use@2"),
    ...onRow(onProfile, "jwtMint.inspectToken", "inline@3", "1_use@3"),
    ...onRow(onProfile, "jwtMint.useAsVariable", "1_use@4"),
    ...onRow(onProfile, "jwtMint.editProfile", "2_change@1"),
    ...onRow(onProfile, "jwtMint.renameProfile", "2_change@2"),
    ...onRow(onProfile, "jwtMint.deleteProfile", "2_change@3"),
    ...onRow(onPair, "jwtMint.exportPublicKey", "inline@1", "1_use@1"),
    ...onRow(onStored, "jwtMint.exportPrivateKey", "1_use@2"),
    ...onRow(onLost, "jwtMint.importKeyAgain", "inline@1", "1_use@1"),
    ...onRow(onStored, "jwtMint.renameKey", "inline@2", "2_change@1"),
    ...onRow(onAnyKey, "jwtMint.deleteKey", "inline@3", "2_change@2"),
  ],
};

/** A key that runs a command on the row that has the focus: it selects the row and names the view. */
const onFocus = (view: ViewId, command: CommandId, key: string, mac: string) => ({
  key,
  mac,
  when: `focusedView == ${view} && listFocus && !inputFocus`,
  command: "runCommands",
  args: { commands: ["list.select", "list.select", { command, args: view }] },
});

export const keybindings = [
  onFocus("jwtMint.profiles", "jwtMint.mintToken", "ctrl+enter", "cmd+enter"),
  onFocus("jwtMint.profiles", "jwtMint.renameProfile", "f2", "enter"),
  onFocus("jwtMint.profiles", "jwtMint.deleteProfile", "delete", "cmd+backspace"),
  onFocus("jwtMint.keys", "jwtMint.renameKey", "f2", "enter"),
  onFocus("jwtMint.keys", "jwtMint.deleteKey", "delete", "cmd+backspace"),
];
