/** The last second of the year 9999, since the epoch: later moments have no date that people read. */
export const LAST_SECOND = 253_402_300_799;

const units = [
  ["d", 86_400],
  ["h", 3600],
  ["min", 60],
  ["s", 1],
] as const;

/** Seconds in words, the two largest units: "20 min", "1 h 5 min", "182 d 14 h". */
export function describeDuration(seconds: number): string {
  let rest = Math.max(0, Math.floor(seconds));
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${unit}`);
    else if (parts.length > 0) break;
  }
  return parts.length === 0 ? "0 s" : parts.slice(0, 2).join(" ");
}

/** Every way to write a unit, in seconds. */
const unitSizes: Readonly<Record<string, number>> = Object.assign(Object.create(null), {
  d: 86_400,
  day: 86_400,
  h: 3600,
  hour: 3600,
  m: 60,
  min: 60,
  minute: 60,
  s: 1,
  sec: 1,
  second: 1,
});

/** Words such as "15 min", "1 h 30 min", "2 days" in seconds; a bare number is seconds. Undefined for any other text. */
export function parseDuration(words: string): number | undefined {
  const text = words.trim().toLowerCase();
  if (/^\d{1,12}$/.test(text)) return Number(text);
  if (!/^(?:\d{1,9}(?:\.\d{1,3})? ?[a-z]+[ ,]*){1,4}$/.test(text)) return undefined;
  let seconds = 0;
  for (const [, count = "", unit = ""] of text.matchAll(/(\d+(?:\.\d+)?) ?([a-z]+)/g)) {
    const size = unitSizes[unit] ?? unitSizes[unit.replace(/s$/, "")];
    if (size === undefined) return undefined;
    seconds += Number(count) * size;
  }
  return Math.round(seconds);
}

const pad = (value: number) => String(value).padStart(2, "0");

/** Seconds as a clock shows them: "0:42", "12:40", "1:05:00". */
export function formatCountdown(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}
