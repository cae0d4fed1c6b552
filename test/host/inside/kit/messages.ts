/** What the tests inside the extension host tell the outside, in this order: a result per test, then the end. */
export type HostMessage = HostResult | { readonly kind: "end"; readonly count: number };

export interface HostResult {
  readonly kind: "result";
  /** Its place in the order of the tests, which also tells tests of the same name apart. */
  readonly index: number;
  readonly name: string;
  readonly error?: { readonly message: string; readonly stack: string };
}
