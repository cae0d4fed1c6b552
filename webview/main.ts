import { CraftSide } from "./craft/craftSide.ts";
import { element } from "./element.ts";
import { TokenSide } from "./token/tokenSide.ts";

const craft = new CraftSide();

document.body.append(
  element(
    "main",
    {},
    element("h1", { class: "only-read" }, "JWT Mint"),
    craft.node,
    new TokenSide((values) => craft.edit(values)).node,
  ),
);

// Before any other listener: the picker would open at Enter.
addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) void craft.mint();
  },
  { capture: true },
);

void craft.load();
