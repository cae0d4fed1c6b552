import { loadBundle } from "../services/bundle.ts";
import type { Services } from "../services/services.ts";
import type { Command } from "./command.ts";
import type * as onDemand from "./onDemand.ts";

let loaded: Promise<typeof onDemand> | undefined;

/** A command that is loaded when it first runs. */
export function loadOnDemand(name: keyof typeof onDemand): Command {
  const load = async ({ context }: Services): Promise<Command> => {
    loaded ??= loadBundle<typeof onDemand>(context.extensionUri, "onDemand");
    return (await loaded)[name];
  };
  return {
    call: async (services, argument) => (await load(services)).call(services, argument),
    ask: async (services, chosen) => (await load(services)).ask(services, chosen),
  };
}
