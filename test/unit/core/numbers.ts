/** Numbers that are another number or another text once JavaScript has read them. */
export const numbers = [
  "12345678901234567890",
  "9007199254740993",
  "-9223372036854775808",
  "1.0",
  "1e400",
  "-0",
  "1E5",
  "0.1234567890123456789",
] as const;

/** The same number but for its last digit. */
export const neighbourOf = (number: string) => number.slice(0, -1) + String((Number(number.at(-1)) + 1) % 10);

/** A part of a compact token as its text, split from it by hand. */
export const partOf = (compact: string, index: 0 | 1) =>
  Buffer.from(compact.split(".")[index] ?? "", "base64url").toString("utf8");
