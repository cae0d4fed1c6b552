import type { JsonObject } from "../../json.ts";
import type { Finding } from "./finding.ts";
import type { TokenState } from "../words/state.ts";

/** What is known of a token. That it decodes and that its time is right say nothing about its signature. */
export interface Inspection {
  readonly kind: "JWS" | "JWE";
  readonly header: JsonObject;
  /** Absent for a JWE, and for a JWS whose payload is no JSON object. */
  readonly claims?: JsonObject;
  /** The id of the provider whose tokens look like this one. */
  readonly provider?: string;
  /** The name of the profile whose values give this token. */
  readonly profile?: string;
  readonly state: TokenState;
  /** `unchecked`: no stored key can have made it. `failed`: some could have, and none did. */
  readonly signature: "unchecked" | "verified" | "failed";
  /** The name of the stored key that the signature was verified with. */
  readonly key?: string;
  /** Worst first. */
  readonly findings: readonly Finding[];
}
