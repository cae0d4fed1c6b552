import type { Alg } from "../../core/algorithms.ts";
import type { Provider } from "../../core/providers/provider.ts";

/** What a new key is for. */
export interface KeyPurpose {
  readonly provider: Provider;
  readonly alg: Alg | undefined;
  /** A name to propose; empty: none. */
  readonly name: string;
}

/** A key file that was dropped into the page. */
interface KeyFile {
  readonly input: Uint8Array;
  readonly fileName: string;
}

/** What the form asks through VS Code's own inputs. Each throws CancellationError when the user leaves. */
export interface CraftPrompts {
  /** Each resolves to the name that the key is stored under. */
  readonly importKey: (purpose: KeyPurpose) => Promise<string>;
  readonly importFile: (purpose: KeyPurpose, file: KeyFile) => Promise<string>;
  readonly generateKey: (purpose: KeyPurpose) => Promise<string>;
  readonly profileName: (provider: Provider, environment: string | undefined) => Promise<string>;
}
