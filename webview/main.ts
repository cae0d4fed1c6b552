import { element } from "./element.ts";
import { ask, onHostEvent, rememberedProfile, rememberProfile } from "./host.ts";
import { messageView } from "./messageView.ts";
import { mintView } from "./mintView.ts";
import { pasteView } from "./pasteView.ts";
import { tokenView } from "./tokenView.ts";

let profiles: readonly string[] = [];
let selected = "";
let minting = false;

const mintMessage = messageView();
const tokenMessage = messageView();
const mintPart = mintView({ mint: () => void mint(), choose, setUp: () => void setUp() }, mintMessage);
const pastePart = pasteView((text) => void inspect(text));
const tokenPart = tokenView({ copy: () => void copy(), insert: () => void insert() }, tokenMessage);

async function mint(): Promise<void> {
  if (minting || selected === "") return;
  minting = true;
  mintMessage.clear();
  await ask("mint", { profile: selected }).then(() => mintMessage.succeed("Minted."), mintMessage.fail);
  minting = false;
}

function choose(profile: string): void {
  selected = profile;
  rememberProfile(profile);
  mintMessage.clear();
}

const setUp = () => ask("setUpProfile", {}).catch(mintMessage.fail);

async function inspect(text: string): Promise<void> {
  const outcome = await ask("inspect", { text }).then(
    (token) => ({ token, fault: "" }),
    (error: unknown) => ({ token: null, fault: error instanceof Error ? error.message : "" }),
  );
  // More was typed meanwhile; its own reply follows.
  if (text !== pastePart.text) return;
  pastePart.setFault(outcome.fault);
  tokenMessage.clear();
  tokenPart.update(outcome.token);
}

async function copy(): Promise<void> {
  tokenMessage.clear();
  await ask("copy", {}).then(() => tokenMessage.succeed("Copied."), tokenMessage.fail);
}

async function insert(): Promise<void> {
  tokenMessage.clear();
  await ask("insert", {}).then((requests) => tokenMessage.succeed(insertedInto(requests)), tokenMessage.fail);
}

function insertedInto(requests: number): string {
  if (requests === 0) return "Inserted.";
  return requests === 1 ? "Inserted into 1 request." : `Inserted into ${requests} requests.`;
}

function showProfiles(names: readonly string[], preferred = ""): void {
  profiles = names;
  selected = [selected, preferred].find((name) => profiles.includes(name)) ?? profiles[0] ?? "";
  mintPart.update(profiles, selected);
}

onHostEvent((event) => {
  switch (event.event) {
    case "profiles":
      showProfiles(event.profiles);
      break;
    case "pasted":
      pastePart.setText(event.text);
      void inspect(event.text);
      break;
    case "minted":
      pastePart.setText("");
      pastePart.setFault("");
      tokenMessage.clear();
      tokenPart.update(event.token);
  }
});

// Before any other listener: the picker would open at Enter.
addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) void mint();
  },
  { capture: true },
);

document.body.append(
  element(
    "main",
    {},
    element("h1", { class: "only-read" }, "JWT Mint"),
    element("div", { class: "sources" }, mintPart.node, pastePart.node),
    tokenPart.node,
  ),
);
setInterval(() => tokenPart.tick(Date.now() / 1000), 1000);

async function load(): Promise<void> {
  const { profiles: names, pasted, minted } = await ask("load", {});
  showProfiles(names, rememberedProfile() ?? minted?.profile);
  tokenPart.update(minted);
  pastePart.setText(pasted);
  if (pasted !== "") await inspect(pasted);
}

load().catch(mintMessage.fail);
