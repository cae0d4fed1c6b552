export type Header = readonly [name: string, value: string];

/** A request as a tool reads it out of a text. */
export interface SeenRequest {
  /** Its lines in the text. */
  readonly first: number;
  readonly last: number;
  /** In their order, with the spelling of the text; of a name on two lines, two. */
  readonly headers: readonly Header[];
  /** Method, URL, body and what else there is, as JSON. */
  readonly rest: string;
}
