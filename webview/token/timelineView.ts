import type { JsonObject } from "../../src/core/json.ts";
import { describeDuration } from "../../src/core/duration.ts";
import { numericDate } from "../../src/core/token/words/state.ts";
import { timelineOf, type Timeline } from "../../src/core/token/words/timeline.ts";
import type { TickingView } from "./tickingView.ts";

const LINE = 24;

/** The token's life as a small picture, with the same in words for those who do not see it. */
export function timelineView(claims: JsonObject): TickingView {
  const node = shape("svg", { class: "timeline", role: "img", height: "48" });
  let last = "";
  return {
    node,
    tick(now) {
      const timeline = timelineOf(claims, now);
      node.toggleAttribute("hidden", timeline === undefined);
      const drawn = JSON.stringify(timeline, (_name, value: unknown) =>
        typeof value === "number" ? Math.round(value * 1000) : value,
      );
      if (timeline === undefined || drawn === last) return;
      last = drawn;
      node.setAttribute("aria-label", describe(claims, timeline, now));
      node.replaceChildren(...draw(timeline));
    },
  };
}

function draw({ marks, valid }: Timeline): readonly Element[] {
  return [
    line("timeline-whole", 0, 1),
    line("timeline-valid", valid.from, valid.to),
    ...marks.flatMap(({ names, at }) => {
      const claims = names.filter((name) => name !== "now");
      return [
        ...(claims.length > 0 ? [tick(at), label(claims.join(", "), at, LINE + 20)] : []),
        ...(names.includes("now") ? [dot(at), label("now", at, LINE - 10)] : []),
      ];
    }),
  ];
}

const line = (name: string, from: number, to: number) =>
  shape("line", { class: name, x1: percent(from), x2: percent(to), y1: LINE, y2: LINE });

const tick = (at: number) =>
  shape("line", { class: "timeline-mark", x1: percent(at), x2: percent(at), y1: LINE - 5, y2: LINE + 5 });

const dot = (at: number) => shape("circle", { class: "timeline-now", cx: percent(at), cy: LINE, r: 5 });

function label(text: string, at: number, y: number): Element {
  const node = shape("text", { x: percent(at), y, "text-anchor": "middle" });
  node.textContent = text;
  return node;
}

const percent = (part: number) => `${(part * 100).toFixed(1)}%`;

function describe(claims: JsonObject, { marks }: Timeline, now: number): string {
  const told = marks.map(({ names }) => {
    const time = numericDate(claims, names[0] ?? "");
    if (time === undefined) return "now";
    return `${names.join(" and ")} ${time > now ? `in ${describeDuration(time - now)}` : `${describeDuration(now - time)} ago`}`;
  });
  return `Time line: ${told.join(", ")}`;
}

function shape(name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [attribute, value] of Object.entries(attributes)) node.setAttribute(attribute, String(value));
  return node;
}
