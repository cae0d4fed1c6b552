/** What is told of something: in the line behind its name, and one by one below it. */
export interface Facts {
  readonly line: string;
  readonly details: readonly Detail[];
}

export interface Detail {
  readonly label: string;
  readonly value: string;
}

/** The parts that there are, in one line. */
export const lineOf = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== "").join(" · ");

/** The details that have a value. */
export const detailsOf = (values: Readonly<Record<string, string | undefined>>): readonly Detail[] =>
  Object.entries(values).flatMap(([label, value]) => (value === undefined || value === "" ? [] : [{ label, value }]));
