/** The longest file that is read as a token, in bytes. */
const MAX_FILE = 1_048_576;

/** Takes the text that is dropped anywhere on an element, or the text of a dropped file. */
export function dropTarget(node: HTMLElement, onText: (text: string) => void): void {
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
    if (text !== "") onText(text);
    else if (file !== undefined && file.size <= MAX_FILE) void file.text().then(onText);
  });
}
