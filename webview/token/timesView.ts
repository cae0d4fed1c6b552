import type { JsonObject } from "../../src/core/json.ts";
import { describeDuration } from "../../src/core/jwt/duration.ts";
import { element } from "../element.ts";

export interface TickingView {
  readonly node: HTMLElement;
  /** Brings it up to date; `now` in seconds since the epoch. */
  tick(now: number): void;
}

/** The registered time claims, RFC 7519 §4.1.4-6. */
const timeClaims = ["iat", "nbf", "exp"] as const;

/** The registered time claims in words: local time, and how long ago or ahead. */
export function timesView(claims: JsonObject): TickingView {
  const rows = timeClaims.filter((claim) => Object.hasOwn(claims, claim)).map((claim) => timeRow(claim, claims[claim]));
  const node = element("dl", { class: "times" }, ...rows.flatMap(({ nodes }) => nodes));
  node.hidden = rows.length === 0;
  return { node, tick: (now) => rows.forEach((row) => row.tick(now)) };
}

function timeRow(claim: string, value: unknown) {
  const date = typeof value === "number" ? new Date(value * 1000) : undefined;
  if (typeof value !== "number" || date === undefined || Number.isNaN(date.getTime())) {
    const nodes = [element("dt", {}, claim), element("dd", {}, "not a time in seconds since 1970 (NumericDate)")];
    return { nodes, tick: () => undefined };
  }
  const iso = date.toISOString();
  const utc = `${iso.slice(0, 19).replace("T", " ")} UTC`;
  const relative = element("span");
  const time = element("time", { datetime: iso, title: utc }, localTime(date));
  return {
    nodes: [element("dt", {}, claim), element("dd", {}, time, ", ", relative)],
    tick: (now: number) => {
      relative.textContent = relativeTime(value, now);
    },
  };
}

const relativeTime = (time: number, now: number) =>
  time > now ? `in ${describeDuration(time - now)}` : `${describeDuration(now - time)} ago`;

const pad = (value: number) => String(value).padStart(2, "0");

function localTime(date: Date): string {
  const day = [date.getFullYear(), pad(date.getMonth() + 1), pad(date.getDate())].join("-");
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(pad).join(":");
  return `${day} ${time}`;
}
