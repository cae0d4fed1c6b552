/**
 * Shows what belongs together: elements of one `data-link` light up together when the pointer or the focus is on one.
 * In decoded JSON the arrow keys go from member to member.
 */
export function linkParts(root: HTMLElement): void {
  let lit: readonly Element[] = [];
  const light = (target: EventTarget | null) => {
    for (const node of lit) node.classList.remove("linked");
    const link = target instanceof Element ? target.closest<HTMLElement>("[data-link]")?.dataset["link"] : undefined;
    lit = link === undefined || link === "" ? [] : [...root.querySelectorAll(`[data-link="${link}"]`)];
    for (const node of lit) node.classList.add("linked");
    return lit;
  };
  root.addEventListener("pointerover", ({ target }) => light(target));
  root.addEventListener("pointerleave", () => light(null));
  root.addEventListener("focusin", ({ target }) => light(target));
  root.addEventListener("focusout", () => light(null));
  root.addEventListener("keydown", (event) => {
    const member = nextMember(event);
    if (member === undefined) return;
    event.preventDefault();
    for (const node of light(member)) node.scrollIntoView({ block: "nearest" });
  });
}

function nextMember({ key, target }: KeyboardEvent): Element | undefined {
  const step = new Map([
    ["ArrowDown", 1],
    ["ArrowUp", -1],
  ]).get(key);
  if (step === undefined || !(target instanceof Element)) return undefined;
  const members = [...target.querySelectorAll(".member")];
  const at = members.findIndex((member) => member.classList.contains("linked"));
  return members[at < 0 && step < 0 ? members.length - 1 : at + step];
}
