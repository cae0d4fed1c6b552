/** For each request of a side: parameters that are right, and an answer. A missing row does not compile. */
export type SamplesOf<
  Table extends { readonly [M in keyof Table]: { readonly params: unknown; readonly result: unknown } },
> = { readonly [M in keyof Table]: { readonly params: Table[M]["params"]; readonly result: Table[M]["result"] } };
