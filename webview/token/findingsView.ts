import type { Finding } from "../../src/core/token/inspect/finding.ts";
import { visible } from "../../src/core/visible.ts";
import { element } from "../element.ts";
import { button } from "../toolkit.ts";

const severities: { readonly [Each in Finding["severity"]]: string } = {
  error: "Error",
  warning: "Warning",
  info: "Note",
};

/** What is wrong or risky, worst first as it came, each with what to do. `fix` puts the right value into the form. */
export function findingsView(findings: readonly Finding[], fix: (finding: Finding) => void): readonly Node[] {
  if (findings.length === 0) return [element("p", { class: "quiet" }, "No problems found with this token.")];
  const items = findings.map((finding) => {
    const { severity, message, remedy } = finding;
    const item = element(
      "li",
      { class: "finding", "data-severity": severity },
      element("span", { class: "severity" }, severities[severity]),
      element("p", {}, visible(message), " ", element("span", { class: "quiet" }, visible(remedy))),
    );
    if (finding.fix !== undefined) {
      item.append(button({ label: "Fix", name: `Fix: ${message}`, onClick: () => fix(finding) }));
    }
    return item;
  });
  return [element("h3", { id: "findings-heading" }, "Findings"), element("ul", { class: "findings" }, ...items)];
}
