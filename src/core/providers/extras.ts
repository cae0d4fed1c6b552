import { isJsonObject, type Json } from "../json.ts";
import type { Input, Provider } from "./provider.ts";

/** Header members that ask for a way of signing that is not at hand here (RFC 7515 §4.1.11, RFC 7797). */
export const notSigned: readonly string[] = ["crit", "b64"];

/** Gives a provider's form inputs for further header members and claims, which its service does not ask for. */
export const withExtras = (provider: Provider): Provider => ({
  ...provider,
  inputs: [
    ...provider.inputs,
    extra({ id: "extraHeader", label: "Extra header members", adds: "header" }, "JOSE header members", provider),
    extra({ id: "extraClaims", label: "Extra claims", adds: "claims" }, "claims", provider),
  ],
});

function extra(
  input: Pick<Input, "id" | "label"> & { readonly adds: "header" | "claims" },
  what: string,
  provider: Provider,
): Input {
  return {
    ...input,
    help: `More ${what}, as a JSON object. ${provider.name} does not ask for any.`,
    kind: "json",
    reserved: [...membersOf(provider[input.adds]), ...(input.adds === "header" ? notSigned : [])],
    advanced: true,
  };
}

const membersOf = (template: Json) => (isJsonObject(template) ? Object.keys(template) : []);
