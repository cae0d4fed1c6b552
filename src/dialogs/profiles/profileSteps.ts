import { isAlg } from "../../core/algorithms.ts";
import { algOf } from "../../core/token/mint/craft.ts";
import { checkInput, exampleOf } from "../../core/providers/inputs.ts";
import type { Input, Provider } from "../../core/providers/provider.ts";
import { askModal } from "../../services/notify.ts";
import type { Services } from "../../services/services.ts";
import { askKey, type ChosenKey } from "../keys/askKey.ts";
import { askPick } from "../askPick.ts";
import { askProfileName } from "./askProfileName.ts";
import { askText } from "../askText.ts";
import type { Place, Step } from "../steps.ts";

/** The answers so far. */
export interface Setup {
  readonly values: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly chosen?: ChosenKey;
  readonly name?: string;
}

/** What a provider needs, one prompt each: environment, inputs, key, what the key may answer, and the name. */
export function profileSteps(services: Services, provider: Provider): Step<Setup>[] {
  const asked = provider.inputs.filter(({ advanced }) => advanced !== true);
  return [
    ...(provider.environments.length > 1 ? [environmentStep(provider)] : []),
    ...asked.filter(({ fromKid }) => fromKid !== true).map((input) => inputStep(provider, input)),
    keyStep(services, provider),
    ...asked.filter(({ fromKid }) => fromKid === true).map((input) => inputStep(provider, input)),
    nameStep(services, provider),
  ];
}

const environmentStep =
  ({ environments }: Provider): Step<Setup> =>
  async (setup, place) => {
    const choices = environments.map(({ name, url }) => ({ label: name, description: url, value: name }));
    return { ...setup, environment: await askPick(choices, "The environment that the token is for", place) };
  };

const inputStep =
  (provider: Provider, input: Input): Step<Setup> =>
  async (setup, place) => {
    const text =
      input.kind === "alg" ? await askAlg(provider, input, place) : await askInput(provider, input, setup, place);
    const { [input.id]: _replaced, ...others } = setup.values;
    return { ...setup, values: text === "" ? others : { ...others, [input.id]: text } };
  };

async function askInput(provider: Provider, input: Input, setup: Setup, place: Place): Promise<string> {
  const kid = setup.chosen !== undefined && "stored" in setup.chosen ? setup.chosen.kid : setup.chosen?.key.kid;
  const optional = input.required === true ? "" : " Leave it empty if you have none.";
  return askText(
    {
      prompt: `${input.label}. ${input.help}${optional}`,
      value: setup.values[input.id] ?? (input.fromKid === true ? kid : undefined) ?? input.default,
      placeholder: exampleOf(input),
      check: (text) => checkInput(input, text)?.message,
      where: input.where,
      documentation: provider.documentation,
    },
    place,
  );
}

async function askAlg(provider: Provider, input: Input, place: Place): Promise<string> {
  const choices = provider.algs.map((alg) => ({
    label: alg,
    value: alg,
    ...(alg === "none" ? { description: "no signature: anyone can change the token" } : {}),
  }));
  const alg = await askPick(choices, input.help, place);
  if (alg === "none")
    await askModal(
      "Mint unsigned tokens?",
      "Nobody can tell who made a token with alg none, and most services reject it.",
      "Mint Unsigned",
    );
  return alg;
}

const keyStep =
  (services: Services, provider: Provider): Step<Setup> =>
  async (setup, place) => {
    const alg = algOf(provider, setup.values);
    if (!isAlg(alg)) return setup;
    return { ...setup, chosen: await askKey(services, provider, alg, place) };
  };

const nameStep =
  (services: Services, provider: Provider): Step<Setup> =>
  async (setup, place) => {
    const environment = setup.environment ?? provider.environments[0]?.name ?? "default";
    const name = await askProfileName(services, { provider, environment, typed: setup.name }, place);
    return { ...setup, environment, name };
  };
