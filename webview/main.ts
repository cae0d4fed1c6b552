import { craftSide } from "./craft/craftSide.ts";
import { element } from "./element.ts";
import { TokenSide } from "./token/tokenSide.ts";

const craft = craftSide();

document.body.append(
  element(
    "main",
    {},
    element("h1", { class: "only-read" }, "JWT Mint"),
    craft.node,
    new TokenSide(() => undefined).node,
  ),
);

// Before any other listener: the picker would open at Enter.
addEventListener(
  "keydown",
  (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) craft.mint();
  },
  { capture: true },
);
