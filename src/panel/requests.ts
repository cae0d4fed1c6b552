/** What a request may ask and what it is answered with, by its name. Each side of the panel has such a table. */
type Requests<Table> = { readonly [M in keyof Table]: { readonly params: unknown; readonly result: unknown } };

/** The parameters of a request that has none: an object without members. */
export type NoParams = Readonly<Record<string, never>>;

/** What judges the parameters of each request: nothing reaches a handler that is not exactly as its table says. */
export type GuardsOf<Table extends Requests<Table>> = {
  readonly [M in keyof Table]: (params: unknown) => params is Table[M]["params"];
};

/** What answers each request. A missing row does not compile. Throws UserError for what the user can mend. */
export type HandlersOf<Table extends Requests<Table>> = {
  readonly [M in keyof Table]: (params: Table[M]["params"]) => Promise<Table[M]["result"]>;
};
