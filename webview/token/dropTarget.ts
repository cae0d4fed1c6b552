import { MB } from "../../src/core/bytes.ts";

/** The longest file that is read as a token, in bytes. */
const MAX_FILE = MB;

interface DropActions {
  readonly take: (text: string) => void;
  readonly refuse: (message: string) => void;
}

/** Takes the text that is dropped anywhere on an element, or the text of a dropped file. */
export function dropTarget(node: HTMLElement, { take, refuse }: DropActions): void {
  const mark = (on: boolean) => node.classList.toggle("dropping", on);
  node.addEventListener("dragover", (event) => {
    event.preventDefault();
    mark(true);
  });
  node.addEventListener("dragleave", () => mark(false));
  node.addEventListener("drop", (event) => {
    event.preventDefault();
    mark(false);
    const text = event.dataTransfer?.getData("text/plain") ?? "";
    const file = event.dataTransfer?.files[0];
    if (text !== "") take(text);
    else if (file === undefined || file.size > MAX_FILE) refuse("Drop text or a file of at most 1 MB.");
    // A folder is dropped as a file that cannot be read.
    else file.text().then(take, () => refuse("That could not be read. Drop one file, or the token itself."));
  });
}
