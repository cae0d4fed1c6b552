/** A question before something is lost, and the button that agrees to it. */
export interface Question {
  readonly message: string;
  readonly detail: string;
  readonly action: string;
}
