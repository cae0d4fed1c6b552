import { visible } from "../src/core/visible.ts";
import { element } from "./element.ts";

export interface MessageView {
  readonly node: HTMLElement;
  readonly succeed: (text: string) => void;
  readonly fail: (error: unknown) => void;
  readonly clear: () => void;
}

/** A line that tells how an action ended. Failures interrupt a screen reader, successes wait their turn. */
export function messageView(): MessageView {
  const status = element("p", { class: "message", role: "status" });
  const alert = element("p", { class: "message failure", role: "alert" });
  const show = (success: string, failure: string) => {
    status.textContent = visible(success);
    alert.textContent = visible(failure);
  };
  return {
    node: element("div", { class: "messages" }, status, alert),
    succeed: (text) => show(text, ""),
    fail: (error) => show("", error instanceof Error ? error.message : "That failed."),
    clear: () => show("", ""),
  };
}
