import { LAST_SECOND, parseDuration } from "../duration.ts";
import { inputInvalid } from "./errors.ts";

/**
 * Reads a time: "none" (undefined), one from now such as "now", "now-60", "+15m" or "1h", a NumericDate, or a time of ISO 8601 with its
 * zone. Throws INPUT_INVALID.
 * `label` names it.
 */
export function parseTime(text: string, now: number, label: string): number | undefined {
  if (text === "none") return undefined;
  const away = /^(?:now)? *(?:([+-]) *(\d.*))?$/i.exec(text);
  if (away !== null && text !== "") return now + secondsAway(away[1], away[2], label);
  const ahead = /[a-z]/i.test(text) ? parseDuration(text) : undefined;
  if (ahead !== undefined) return now + ahead;
  // A NumericDate may have a fraction (RFC 7519 §2).
  const seconds = /^\d{1,20}(\.\d+)?$/.test(text) ? Number(text) : secondsOf(text, label);
  if (seconds > LAST_SECOND) {
    throw inputInvalid(label, "it is after the year 9999; a time is in seconds since 1970, not milliseconds");
  }
  return seconds;
}

/** Such as "+15m", "- 1 h 30 min" or "60", in seconds. */
function secondsAway(sign: string | undefined, text: string | undefined, label: string): number {
  if (text === undefined) return 0;
  const seconds = parseDuration(text);
  if (seconds === undefined) throw inputInvalid(label, "a time from now is written as now-60, +15m or +1h 30min");
  return sign === "-" ? -seconds : seconds;
}

const calendar = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?(Z|[+-]\d\d(?::?\d\d)?)?$/i;

/** What RFC 3339 §5.6 takes, also with fewer digits. Without a zone, the same text would mean another time elsewhere. */
function secondsOf(text: string, label: string): number {
  const [whole, ...parts] = calendar.exec(text) ?? [];
  if (whole === undefined) {
    throw inputInvalid(label, "a time is seconds since 1970 such as 1760000000, or 2026-01-31T12:00:00Z");
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(0, 6)
    .map((part) => Number(part ?? 0));
  const zone = parts[6]?.toUpperCase();
  if (zone === undefined || parts[3] === undefined) {
    throw inputInvalid(
      label,
      "it has no time zone; write Z for UTC or an offset, as in 2026-01-31T12:00:00Z or …+02:00",
    );
  }
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  // A day or time that does not exist runs over into the next.
  const exists = date.toISOString().startsWith(`${parts.slice(0, 3).join("-")}T${parts.slice(3, 5).join(":")}`);
  const offset = offsetOf(zone);
  if (!exists || second > 59 || offset === undefined) throw inputInvalid(label, "the calendar has no such day or time");
  return date.getTime() / 1000 - offset;
}

/** A zone's distance from UTC in seconds; undefined for one that no clock shows. */
function offsetOf(zone: string): number | undefined {
  if (zone === "Z") return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(3).replace(":", "") || 0)];
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith("-") ? -60 : 60) * (60 * hours + minutes);
}
