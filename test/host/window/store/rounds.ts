/** What the tests of the key store and the extension that imports for them tell each other through files. */

/** Outside to inside: every window follows a plan once, and again when its extension host starts anew. */
export interface Plan {
  /** Also the name of the folder for its rounds. */
  readonly id: string;
  /** The rounds to check first. */
  readonly checks: readonly string[];
  /** How many keys to import then. */
  readonly count: number;
  /** All at once, or one after the other. */
  readonly together: boolean;
  /** How many windows begin at the same time. */
  readonly windows: number;
}

/** Inside to outside: an extension host has checked, and begins to import. Its keys stand in a folder named after it. */
export interface Round {
  readonly id: string;
  /** The process of the extension host. */
  readonly pid: number;
  readonly checks: readonly Check[];
}

/** A key whose import has begun: `<name>.json` in the round's folder. Once it is said to have succeeded, `<name>.done` is there too. */
export interface Imported {
  readonly name: string;
  readonly publicKey: JsonWebKey;
}

/** What became of a key: it signs as it should; it is gone and said to be lost; it never was; or something else, which is wrong. */
export interface Check {
  readonly name: string;
  /** Whether its import was said to have succeeded. */
  readonly done: boolean;
  readonly state: "whole" | "lost" | "absent" | "broken";
}
